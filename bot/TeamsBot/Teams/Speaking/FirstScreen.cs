using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Teams.Speaking;

/// <summary>
/// What of an answer a phone shows without scrolling: up to seven conditions, then whole sentences of the other parts for as long as there
/// is room. The rest stands behind "Voir la suite"; tables always do, since the channel shows none in a text.
/// </summary>
/// <param name="Shown">In the order to be read.</param>
/// <param name="Behind">In the order to be read; a claim that was parted goes on with its remaining lines.</param>
internal sealed record FirstScreen(ImmutableArray<AnswerPart> Shown, ImmutableArray<AnswerPart> Behind)
{
    public const int MostConditions = 7;

    // A phone of 360 × 640: what its own bars and the first line leave, in rows of this many characters.
    private const int Rows = 13;
    private const int RowLength = 42;
    private const int HeadingRows = 2;

    public static FirstScreen Of(AnswerView.Grounded view)
    {
        var left = MostConditions;
        var parted = new Dictionary<ClaimView, int>(ReferenceEqualityComparer.Instance);

        // A rule that lists what it asks for is a list of conditions too; those that are called so come first.
        foreach (var claim in view.Parts.SelectMany(part => part.Claims).Where(IsCounted).OrderBy(claim => claim.Kind != ClaimKind.Condition))
        {
            parted[claim] = left == 0 ? 0 : LinesOf(claim, left);
            left -= Math.Min(left, Math.Max(1, claim.Lines.Take(parted[claim]).Count(line => line.IsItem)));
        }

        var room = Rows - RowsOf(view.UnderstoodAs) - RowsOf(view.Notice) - view.Conflicts.Sum(conflict => RowsOf(conflict.Sentence)) - parted.Sum(pair => pair.Key.Lines.Take(pair.Value).Sum(line => RowsOf(line.Text)));
        var parts = view.Parts.Select(part => Part(part, parted, ref room)).ToImmutableArray();
        return new([.. parts.Select(part => part.Shown).Where(part => !part.Claims.IsEmpty)], [.. parts.Select(part => part.Behind).Where(part => !part.Claims.IsEmpty)]);
    }

    // Conditions are counted, not measured: an item is one, a sentence without items is one, the sentence before items is none.
    private static bool IsCounted(ClaimView claim) =>
        claim.Table is null && (claim.Kind == ClaimKind.Condition || (claim.Kind == ClaimKind.Rule && claim.Lines.Any(line => line.IsItem)));

    // Of what is measured whole claims only, and none after one that was left out: what is read on must be what follows.
    private static (AnswerPart Shown, AnswerPart Behind) Part(AnswerPart part, Dictionary<ClaimView, int> parted, ref int room)
    {
        var shown = ImmutableArray.CreateBuilder<ClaimView>();
        var behind = ImmutableArray.CreateBuilder<ClaimView>();
        var isHeaded = part.Heading is null;
        foreach (var claim in part.Claims)
        {
            var lines = parted.TryGetValue(claim, out var counted) ? counted : 0;
            if (!parted.ContainsKey(claim) && claim.Table is null && behind.Count == 0)
            {
                var rows = RowsOf(claim) + (isHeaded ? 0 : HeadingRows);
                if (rows <= room)
                {
                    lines = claim.Lines.Length;
                    room -= rows;
                    isHeaded = true;
                }
            }

            if (lines > 0)
                shown.Add(lines == claim.Lines.Length ? claim : claim with { Lines = claim.Lines[..lines], Cut = null });
            if (lines < claim.Lines.Length || claim.Table is not null)
                behind.Add(claim with { Lines = claim.Lines[lines..] });
        }

        return (part with { Claims = shown.ToImmutable() }, part with { Claims = behind.ToImmutable() });
    }

    // As far as the last condition there is room for.
    private static int LinesOf(ClaimView claim, int most)
    {
        var items = 0;
        for (var i = 0; i < claim.Lines.Length; i++)
        {
            if (claim.Lines[i].IsItem && ++items > most)
                return i;
        }

        return claim.Lines.Length;
    }

    private static int RowsOf(ClaimView claim) => claim.Lines.Sum(line => RowsOf(line.Text)) + RowsOf(claim.Cut);

    private static int RowsOf(string? text) => text is null ? 0 : ((text.Length - 1) / RowLength) + 1;
}
