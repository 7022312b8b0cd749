using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Ratings as a table to read, as JSON (one value a line) and as CSV for a spreadsheet.</summary>
internal static class RatingText
{
    private const string CsvHeader = "rated_on;reaction;comment;joined_by;question;outcome;date_first;date_last;answer;citations";

    /// <summary>An answer that was given has no reason to have none.</summary>
    private const string Grounded = "grounded";

    // Relaxed: the text goes to a file or a pipe, never into a page, and French letters stay legible.
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Table(ImmutableArray<Rating> ratings, DateOnly? since, Language language)
    {
        var messages = Messages.In(language);
        if (ratings.IsEmpty)
            return (since is { } day ? messages.NoRatingsSince(day) : messages.NoRatings) + Environment.NewLine;
        var text = new StringBuilder();
        foreach (var rating in ratings)
        {
            text.AppendLine(messages.RatingLine(rating.On, rating.Reaction, rating.Answer is { } rated ? Printable.Line(rated.Question) : messages.RatedUnknown));
            if (rating.JoinedBy == RatingJoin.Inferred)
                Append(text, messages.RatedInferred);
            if (rating.Comment.Length > 0)
                Append(text, messages.Quoted(Printable.Line(rating.Comment)));
            foreach (var line in (rating.Answer?.Text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                Append(text, "| " + Printable.Line(line));
        }

        return text.ToString();
    }

    public static string Json(ImmutableArray<Rating> ratings) => string.Concat(ratings.Select(rating => JsonSerializer.Serialize(
        new
        {
            RatedOn = rating.On,
            Reaction = AnswerJson.Kebab(rating.Reaction),
            rating.Comment,
            JoinedBy = AnswerJson.Kebab(rating.JoinedBy),
            rating.Answer?.Question,
            Outcome = OutcomeOf(rating),
            AsOf = rating.Answer is { AsOf: var asOf } ? new[] { asOf.First, asOf.Last } : null,
            Answer = rating.Answer?.Text,
            Citations = rating.Answer?.Citations.Select(one => new
            {
                one.Number,
                Revision = one.Revision.Value,
                one.Title,
                one.Path,
                one.Pages,
                one.Validity,
                one.Quote,
                one.Passage,
            }),
        },
        Form) + "\n"));

    public static string Csv(ImmutableArray<Rating> ratings)
    {
        var text = new StringBuilder(CsvHeader).Append("\r\n");
        foreach (var rating in ratings)
        {
            text.AppendJoin(';', new[]
            {
                Iso(rating.On),
                AnswerJson.Kebab(rating.Reaction),
                CsvCell.Of(rating.Comment),
                AnswerJson.Kebab(rating.JoinedBy),
                CsvCell.Of(rating.Answer?.Question ?? ""),
                OutcomeOf(rating) ?? "",
                rating.Answer is { } from ? Iso(from.AsOf.First) : "",
                rating.Answer is { } until ? Iso(until.AsOf.Last) : "",
                CsvCell.Of((rating.Answer?.Text ?? "").ReplaceLineEndings(" / ")),
                CsvCell.Of(string.Join(" / ", rating.Answer?.Citations.Select(one => $"[{one.Number}] {one.Title}, {one.Pages}, {one.Revision}") ?? [])),
            }).Append("\r\n");
        }

        return text.ToString();
    }

    private static string? OutcomeOf(Rating rating) => rating.Answer is { } rated ? rated.Reason ?? Grounded : null;

    private static void Append(StringBuilder text, string line) => text.Append("    ").AppendLine(line);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
