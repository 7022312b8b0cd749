using System.Collections.Immutable;
using AgentHelpdesk.Answering.Questions.FollowUps;
using AgentHelpdesk.Answering.Questions.Persons;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>Masks a question, completes it where it leans on the one before, then finds its dates, references, terms and aims. Nothing after it sees the text as typed.</summary>
public sealed class QuestionReader(TimeProvider time, IOptions<AnsweringOptions> options, PersonalDataMask mask)
{
    private readonly SynonymTable _synonyms = SynonymTable.OfProduct();
    private readonly TimeZoneInfo _timeZone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The day in the installation's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), _timeZone).DateTime);

    /// <summary>The question and the one before it, masked, where it leans on that one or can't stand alone; null: a question of its own.</summary>
    public LeaningQuestion? LeaningOf(Question question)
    {
        if (question.Earlier.IsEmpty)
            return null;
        var leaning = new LeaningQuestion(Masked(question.Text), Masked(question.Earlier[0]));
        return FollowUp.Leans(leaning.Asked, leaning.Earlier, question.Today ?? Today) ? leaning : null;
    }

    public UnderstoodQuestion Read(Question question)
    {
        var today = question.Today ?? Today;
        var asked = Masked(question.Text);
        var completed = Completed(question, asked, today);
        var masked = completed is null ? asked : Clip(completed);
        var folded = FoldedText.Of(masked);
        var named = AsOfFinder.Read(folded, today);
        var asOf = question.AsOf ?? named.Period;
        var terms = ReadTerms(masked, folded, named.Words);
        var person = QuestionCues.PersonOf(masked);
        return new()
        {
            AskedText = asked,
            MaskedText = masked,
            IsFollowUp = completed is not null,
            AsOf = asOf ?? AsOf.Day(today),
            NamesDate = asOf is not null,
            Today = today,
            Language = question.Language,
            AllowsModel = question.AllowsModel,
            Terms = terms,
            References = ReferenceFinder.Find(masked),
            Aims = AimsOf(folded, person),
            ConcernsPerson = person.DecisionOnPerson,
            Person = person.Reason,
            IsOutOfScope = terms.IsEmpty || QuestionCues.IsOutOfScope(masked, folded),
        };
    }

    private string? Completed(Question question, string asked, DateOnly today)
    {
        if (question.Earlier.IsEmpty)
            return null;
        var leaning = new LeaningQuestion(asked, Masked(question.Earlier[0]));
        return question.Rewritten is { } rewritten && FollowUp.Leans(asked, leaning.Earlier, today) && leaning.Allows(rewritten)
            ? rewritten.Trim()
            : FollowUp.Complete(asked, leaning.Earlier, today);
    }

    // A figure would read like the decision: the conditions come first.
    private static QuestionAims AimsOf(string folded, PersonJudgement person) => person.DecisionOnPerson
        ? (QuestionCues.AimsOf(folded) | QuestionAims.Conditions) & ~QuestionAims.Amount
        : QuestionCues.AimsOf(folded);

    private string Masked(string text) => Clip(mask.Mask(text));

    private string Clip(string text)
    {
        var limit = options.Value.MaxQuestionLength;
        return text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
    }

    private static bool IsIn(IEnumerable<(int Start, int Length)> ranges, Token token) =>
        ranges.Any(range => token.Start < range.Start + range.Length && range.Start < token.Start + token.Length);

    private ImmutableArray<QuestionTerm> ReadTerms(string masked, string folded, ImmutableArray<(int Start, int Length)> dates)
    {
        var silent = PersonalDataMask.MaskedRanges(masked).Concat(AskingWords.Find(folded)).ToArray();
        var spoken = FrenchAnalyzer.Analyze(masked)
            .Where(token => !IsIn(silent, token))
            .ToArray();
        var terms = new Dictionary<string, QuestionTerm>(StringComparer.Ordinal);
        foreach (var token in spoken)
        {
            var isDate = IsIn(dates, token);
            terms.TryAdd(token.Term, new()
            {
                Term = token.Term,
                Id = TermId.Of(token.Term),
                Start = token.Start,
                Length = token.Length,
                Weight = isDate ? (float)options.Value.DateWeight : 1,
                IsDate = isDate,
            });
        }

        var weight = (float)options.Value.ExpansionWeight;
        if (weight > 0)
        {
            foreach (var (term, source) in _synonyms.Expand([.. spoken.Select(token => token.Term)]))
            {
                terms.TryAdd(term, new()
                {
                    Term = term,
                    Id = TermId.Of(term),
                    Start = spoken[source].Start,
                    Length = spoken[source].Length,
                    Weight = weight,
                    IsExpansion = true,
                });
            }
        }

        return [.. terms.Values.DistinctBy(term => term.Id).OrderBy(term => term.Start).ThenBy(term => term.IsExpansion)];
    }
}
