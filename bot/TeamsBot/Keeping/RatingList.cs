using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Reads ratings for those who keep the documents.</summary>
internal sealed class RatingList(LocalDatabase database)
{
    /// <summary>Newest first.</summary>
    /// <param name="since">Only those of this day or later; null: all.</param>
    /// <param name="reaction">Only these; null: all.</param>
    public ImmutableArray<Rating> Read(DateOnly? since, Reaction? reaction = null) => database.Read(statements =>
    {
        var citations = RatedQuotes.Read(statements);
        return statements.Rows(
            """
            SELECT key, rated_on, reaction, comment, joined_by, question, reason, first_day, last_day, answer FROM rating
            WHERE rated_on >= $since AND reaction = ifnull($reaction, reaction) ORDER BY rated_on DESC, key DESC
            """,
            row => RatingOf(row, citations[row.Number(0)]),
            ("$since", (since ?? DateOnly.MinValue).DayNumber),
            ("$reaction", reaction is { } only ? AnswerJson.Kebab(only) : null)).ToImmutableArray();
    });

    private static Rating RatingOf(LocalRow row, IEnumerable<RatedCitation> citations) => new()
    {
        On = Day(row.Number(1)),
        Reaction = Named(row.Text(2), Reaction.Like),
        Comment = row.Text(3),
        JoinedBy = Named(row.Text(4), RatingJoin.None),
        Answer = row.TextOrNull(5) is { } question
            ? new() { Question = question, Reason = row.TextOrNull(6), AsOf = new(Day(row.Number(7)), Day(row.Number(8))), Text = row.Text(9), Citations = [.. citations] }
            : null,
    };

    private static T Named<T>(string code, T otherwise) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => AnswerJson.Kebab(value) == code).DefaultIfEmpty(otherwise).First();

    private static DateOnly Day(long number) => DateOnly.FromDayNumber((int)number);
}
