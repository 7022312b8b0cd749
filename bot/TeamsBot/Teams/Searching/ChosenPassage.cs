using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Passages;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>
/// The passage that somebody chose in a dialog. What comes back names words of a revision and nothing more: what they say is read anew, for
/// those who may read it, so that no card holds words that somebody made up.
/// </summary>
internal sealed class ChosenPassage(OpenPassage passages)
{
    private const int MostCharacters = 1_200;

    /// <summary>Null: it names nothing that this caller may read.</summary>
    public async Task<SourceView?> FindAsync(string? address, Messages messages, CancellationToken cancellationToken)
    {
        if (address is null || PassageLink.OfAddress(address) is not { IsOnlyNear: false } link || await passages.OpenAsync(link, messages, cancellationToken) is not { } view)
            return null;
        var quote = string.Join('\n', view.Blocks.SelectMany(Lines).Where(line => line.Length > 0));
        return quote.Length == 0 ? null : new()
        {
            Number = 0,
            Title = view.Title,
            Sample = view.Sample,
            Path = view.Path,
            Pages = view.Pages,
            Validity = string.Join(" · ", view.Warnings.Select(warning => warning.Sentence).Prepend(view.Validity)),
            Quote = Printable.Shorten(quote, MostCharacters),
            Url = view.PdfUrl,
            PassageUrl = address,
        };
    }

    private static IEnumerable<string> Lines(PassageBlock block) => block switch
    {
        PassageBlock.Heading => [],
        PassageBlock.Paragraph paragraph => [Quoted(paragraph.Line)],
        PassageBlock.List list => list.Items.Select(item => Quoted(item.Line)),
        PassageBlock.Table table => table.Header.Concat(table.Rows).Select(row => string.Join(" | ", row.Cells.Select(Quoted).Where(cell => cell.Length > 0))),
        _ => [],
    };

    private static string Quoted(PassageLine line) => string.Concat(line.Runs.Where(run => run.IsQuoted).Select(run => run.Text)).Trim();
}
