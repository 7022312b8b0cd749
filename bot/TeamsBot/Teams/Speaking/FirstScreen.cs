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

    public static FirstScreen Of(AnswerView.Grounded view)
    {
        var conditions = view.Parts.Where(IsConditions).ToImmutableArray();
        var room = Rows - conditions.Sum(part => Parting(part).Shown.Sum(RowsOf) + RowsOfHeading(part)) - RowsOf(view.UnderstoodAs) - RowsOf(view.Notice);
        var shown = ImmutableArray.CreateBuilder<AnswerPart>();
        var behind = ImmutableArray.CreateBuilder<AnswerPart>();
        foreach (var part in view.Parts)
        {
            var (front, rest) = IsConditions(part) ? Parting(part) : Fitting(part, ref room);
            if (!front.IsEmpty)
                shown.Add(part with { Claims = front });
            if (!rest.IsEmpty)
                behind.Add(part with { Claims = rest });
        }

        return new(shown.ToImmutable(), behind.ToImmutable());
    }

    private static bool IsConditions(AnswerPart part) => part.Claims[0].Kind == ClaimKind.Condition;

    /// <summary>Conditions are counted, not measured: an item is one, a sentence without items is one, the sentence before items is none.</summary>
    private static (ImmutableArray<ClaimView> Shown, ImmutableArray<ClaimView> Behind) Parting(AnswerPart part)
    {
        var shown = ImmutableArray.CreateBuilder<ClaimView>();
        var behind = ImmutableArray.CreateBuilder<ClaimView>();
        var left = MostConditions;
        foreach (var claim in part.Claims)
        {
            if (claim.Table is not null || left == 0)
            {
                behind.Add(claim);
                continue;
            }

            var lines = LinesOf(claim, left);
            left -= Math.Max(1, claim.Lines.Take(lines).Count(line => line.IsItem));
            shown.Add(lines == claim.Lines.Length ? claim : claim with { Lines = claim.Lines[..lines], Cut = null });
            if (lines < claim.Lines.Length)
                behind.Add(claim with { Lines = claim.Lines[lines..] });
        }

        return (shown.ToImmutable(), behind.ToImmutable());
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

    // Whole claims only, and none after one that was left out: what is read on must be what follows.
    private static (ImmutableArray<ClaimView> Shown, ImmutableArray<ClaimView> Behind) Fitting(AnswerPart part, ref int room)
    {
        var count = 0;
        var left = room - RowsOfHeading(part);
        foreach (var claim in part.Claims)
        {
            left -= RowsOf(claim);
            if (claim.Table is not null || left < 0)
                break;
            count++;
            room = left;
        }

        return (part.Claims[..count], part.Claims[count..]);
    }

    private static int RowsOfHeading(AnswerPart part) => part.Heading is null ? 0 : 2;

    private static int RowsOf(ClaimView claim) => claim.Lines.Sum(line => RowsOf(line.Text)) + RowsOf(claim.Cut);

    private static int RowsOf(string? text) => text is null ? 0 : ((text.Length - 1) / RowLength) + 1;
}
