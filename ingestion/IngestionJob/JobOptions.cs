using System.CommandLine;
using AgentHelpdesk.IngestionJob.Resources;

namespace AgentHelpdesk.IngestionJob;

/// <summary>The options that every command takes.</summary>
internal sealed class JobOptions(Messages messages)
{
    public Option<string?> Data { get; } = new("--data") { Description = messages.Sentence("HelpData"), HelpName = "DIR", Recursive = true };

    public Option<bool> Json { get; } = new("--json") { Description = messages.Sentence("HelpJson"), Recursive = true };

    public Option<string?> Lang { get; } = new("--lang")
    {
        Description = messages.Sentence("HelpLang"),
        HelpName = "fr|en",
        Recursive = true,
        Validators =
        {
            result =>
            {
                if (result.Tokens.Count > 0 && Language.Find(result.Tokens[0].Value) is null)
                    result.AddError(messages.Fill("BadLanguage", result.Tokens[0].Value));
            },
        },
    };
}
