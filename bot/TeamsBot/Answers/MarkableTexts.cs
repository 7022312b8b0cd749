using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>Where words of an answer stand: each is compared with its like.</summary>
internal enum AnswerPlace
{
    FirstLine,

    /// <summary>The row of a table that answers on the date asked: another row answering is a change, though all its words were there.</summary>
    RowInForce,

    OtherRow,

    Rest,
}

/// <summary>Goes through every text of an answer that another date may change, always in the same order.</summary>
internal static class MarkableTexts
{
    /// <param name="view">The answer.</param>
    /// <param name="changed">The characters to mark in one text.</param>
    public static AnswerView.Grounded Mark(AnswerView.Grounded view, Func<AnswerPlace, string, ImmutableArray<TextRange>> changed) => view with
    {
        FirstLine = view.FirstLine with { Changed = changed(AnswerPlace.FirstLine, view.FirstLine.Text) },
        Parts = [.. view.Parts.Select(part => part with { Claims = [.. part.Claims.Select(claim => Mark(claim, changed))] })],
    };

    private static ClaimView Mark(ClaimView claim, Func<AnswerPlace, string, ImmutableArray<TextRange>> changed) => claim with
    {
        Table = claim.Table is { } table ? Mark(table, changed) : null,
        Lines = [.. claim.Lines.Select(line => line with { Changed = changed(AnswerPlace.Rest, line.Text) })],
    };

    private static TableView Mark(TableView table, Func<AnswerPlace, string, ImmutableArray<TextRange>> changed) => new(
        Mark(table.Caption, AnswerPlace.Rest, changed),
        [.. table.Header.Select(cell => Mark(cell, AnswerPlace.Rest, changed))],
        [.. table.Rows.Select(row => row with
        {
            Cells = [.. row.Cells.Select(cell => Mark(cell, PlaceOf(row), changed))],
        })]);

    private static AnswerPlace PlaceOf(RowView row) => row.Standing switch
    {
        RowStanding.InForce => AnswerPlace.RowInForce,
        RowStanding.OtherPeriod => AnswerPlace.OtherRow,
        _ => AnswerPlace.Rest,
    };

    private static Wording Mark(Wording wording, AnswerPlace place, Func<AnswerPlace, string, ImmutableArray<TextRange>> changed) =>
        wording with { Changed = changed(place, wording.Text) };
}
