using System.Globalization;
using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Sectioning;

/// <summary>
/// Moves a footnote behind the text that calls it: at the foot of a page it may stand in the next article, or in the middle of a
/// paragraph that goes on overleaf. A note whose call is not found stays where it is printed.
/// </summary>
internal static class FootnotePlacer
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    internal static void Place(List<SectionDraft> drafts)
    {
        var notes = drafts.SelectMany(draft => draft.Blocks.Select(block => (Draft: draft, Block: block)))
            .Where(pair => pair.Block.Kind == BlockKind.Note && DraftingPatterns.FootnoteNumber().IsMatch(pair.Block.Text))
            .ToList();
        foreach (var (from, note) in notes)
        {
            if (FindCall(drafts, note) is not var (draft, after))
                continue;
            from.Blocks.Remove(note);
            if (after is null)
                draft.Blocks.Insert(0, note);
            else
                draft.Blocks.Insert(AfterNotes(draft.Blocks, draft.Blocks.IndexOf(after) + 1), note);
        }
    }

    // Notes called in one paragraph keep their order behind it.
    private static int AfterNotes(List<Block> blocks, int index)
    {
        while (index < blocks.Count && blocks[index].Kind == BlockKind.Note && DraftingPatterns.FootnoteNumber().IsMatch(blocks[index].Text))
            index++;
        return index;
    }

    private static (SectionDraft Draft, Block? After)? FindCall(List<SectionDraft> drafts, Block note)
    {
        var number = DraftingPatterns.FootnoteNumber().Match(note.Text).Groups["number"].Value;
        var call = CallOf(number);
        // The call may stand in a paragraph that begins on the page before and runs on to the note's page.
        var calls = drafts.SelectMany(draft => draft.Blocks.Where(block => block.Kind != BlockKind.Note).Cast<Block?>().Prepend(draft.Line?.Block).Select(block => (draft, block)))
            .Where(pair => pair.block is not null && pair.block.Page <= note.Page && pair.block.EndPage >= note.Page && call.IsMatch(pair.block.Text))
            .Take(2)
            .ToList();
        if (calls.Count == 0 || calls[0].block is not { } block)
            return null;
        return (calls[0].draft, block == calls[0].draft.Line?.Block ? null : block);
    }

    private static Regex CallOf(string number)
    {
        if (number[0] == '*')
            return new(@"(?<=[\p{L}\p{Nd}»)])" + Regex.Escape(number) + @"(?!\*)", RegexOptions.CultureInvariant);
        var value = int.Parse(string.Concat(number.Select(digit => Raised.IndexOf(digit, StringComparison.Ordinal) is >= 0 and var raised ? (char)('0' + raised) : digit)), CultureInfo.InvariantCulture);
        var digits = value.ToString(CultureInfo.InvariantCulture);
        var raisedDigits = string.Concat(digits.Select(digit => Raised[digit - '0']));
        // Raised digits, "(1)", or digits glued to a word: never a number that stands alone or a reference's last digits.
        return new($@"(?<![{Raised}]){raisedDigits}(?![{Raised}])|\({digits}\)|(?<=\p{{Ll}}{{3}}[.,;»)]?){digits}(?=[\s.,;:)»]|$)", RegexOptions.CultureInvariant);
    }
}
