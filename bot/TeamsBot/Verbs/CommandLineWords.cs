using System.CommandLine;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary>The words that several commands share.</summary>
internal sealed class CommandLineWords
{
    public CommandLineWords(Messages messages)
    {
        Messages = messages;
        DataFolder = new("--data") { Description = messages.HelpData, HelpName = "DIR", Recursive = true };
        Language = new("--lang") { Description = messages.HelpLanguage, HelpName = "fr|en", Recursive = true };
        Language.AcceptOnlyFromAmong("fr", "en");
        Date = new("--date") { Description = messages.HelpDate, HelpName = "D" };
        Json = new("--json") { Description = messages.HelpJson };
        Question = new("question") { Description = messages.HelpQuestion };
    }

    public Messages Messages { get; }
    public Option<string?> DataFolder { get; }
    public Option<string?> Language { get; }
    public Option<string?> Date { get; }
    public Option<bool> Json { get; }
    public Argument<string> Question { get; }
}
