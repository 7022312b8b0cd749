using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AgentHelpdesk.IngestionJob.Resources;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.IngestionJob.Commands;

/// <summary>Identities and days on the command line, parsed once, here.</summary>
internal static class DocumentArgument
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    public static Argument<DocumentId> Create(Messages messages) => new("DOCUMENT")
    {
        Description = messages.Sentence("HelpDocument"),
        CustomParser = result => ParseDocument(result, messages) ?? default,
    };

    public static Option<DocumentId?> CreateOption(string name, Messages messages, string help) => new(name)
    {
        Description = messages.Sentence(help),
        HelpName = "DOCUMENT",
        CustomParser = result => ParseDocument(result, messages),
    };

    public static Option<DateOnly?> CreateDay(string name, Messages messages, string help) => new(name)
    {
        Description = messages.Sentence(help),
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError(messages.Fill("BadDate", text));
            return null;
        },
    };

    private static DocumentId? ParseDocument(ArgumentResult result, Messages messages)
    {
        var text = result.Tokens[0].Value;
        if (DocumentId.TryParse(text, out var document))
            return document;
        result.AddError(messages.Fill("BadDocument", text));
        return null;
    }
}
