using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AgentHelpdesk.Evaluation.Reading;

/// <summary>What reading and sectioning made of one document: a line of results.jsonl. Names and order of the fields are the file's contract.</summary>
/// <param name="Document">The PDF's file name as on disk.</param>
/// <param name="Pages">Physical pages; 0 when it could not be opened.</param>
/// <param name="Outcome"><c>read</c> or <c>refused</c>.</param>
/// <param name="Problems">Kebab-case codes, one for each time it was found.</param>
/// <param name="Seconds">From bytes to sections.</param>
/// <param name="Blocks">In reading order.</param>
internal sealed record ReadingLine(
    string Document, int Pages, string Outcome, ImmutableArray<string> Problems, double Seconds, ImmutableArray<BlockLine> Blocks)
{
    public const string Read = "read";
    public const string Refused = "refused";
}

/// <param name="Kind">heading, para, list, table, note, caption, header or footer.</param>
/// <param name="Level">Headings: depth in the outline, from 1; else 0.</param>
/// <param name="Text">List items and table rows are lines, cells are separated by a tab.</param>
/// <param name="Page">Physical page on which it begins, from 1.</param>
/// <param name="EndPage">Physical page on which it ends.</param>
/// <param name="Section">The headings above it, its own included.</param>
/// <param name="Article">The article it stands in, as printed; null outside articles.</param>
/// <param name="Rows">Tables: every row with the header row, cells left to right; else empty.</param>
internal sealed record BlockLine(
    string Kind, int Level, string Text, int Page, int EndPage, ImmutableArray<string> Section, string? Article,
    ImmutableArray<ImmutableArray<string>> Rows)
{
    [JsonIgnore]
    public bool IsRunning => Kind is "header" or "footer";
}
