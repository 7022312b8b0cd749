using System.Text.Encodings.Web;
using System.Text.Json;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>An answer or a ranking for machines: values, no sentences. Names are camelCase, dates ISO, open dates null, both ends included.</summary>
internal static class AnswerJson
{
    // Relaxed: the text goes to a file or a pipe, never into a page, and French letters stay legible.
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="answer">The answer.</param>
    /// <param name="turn">What its record is kept under; null: none is.</param>
    public static string Of(Answer answer, TurnId? turn = null)
    {
        var grounded = answer as Answer.Grounded;
        return JsonSerializer.Serialize(
            new
            {
                Turn = turn?.Value,
                Question = answer.MaskedQuestion,
                answer.UnderstoodAs,
                AsOf = new[] { answer.AsOf.First, answer.AsOf.Last },
                answer.Today,
                answer.Publication,
                answer.DocumentsSearched,
                Terms = answer.SearchedTerms,
                DenseLeg = Kebab(answer.DenseLeg),
                answer.ConcernsPerson,
                Person = Kebab(answer.Person),
                Status = grounded is null ? "abstention" : "grounded",
                Reason = answer is Answer.Abstention abstention ? Kebab(abstention.Reason) : null,
                Writer = grounded is null ? null : Kebab(grounded.Writer),
                Fallback = WritingOf(answer)?.Fallback is { } fallback ? Kebab(fallback) : null,
                FirstLine = grounded is null ? null : new { grounded.FirstLine.Text, grounded.FirstLine.Citations },
                Claims = grounded?.Claims.Select(claim => new
                {
                    Kind = Kebab(claim.Kind),
                    claim.Text,
                    claim.Citations,
                    claim.Table,
                    claim.Cut,
                }),
                Citations = grounded?.Citations.Select(citation => new
                {
                    N = citation.Number,
                    Source = Source(citation.Passage, citation.Locator),
                    citation.Quote,
                }),
                Conflicts = grounded?.Conflicts.Select(conflict => new { Kind = Kebab(conflict.Kind), conflict.First, conflict.Other }),
                Missing = grounded is null ? [] : WritingRemarks.Missing(grounded),
                FollowUpQuestions = grounded is null ? [] : WritingRemarks.FollowUps(grounded),
                // Its words only where people are shown them too.
                Dropped = grounded?.Dropped.Select(dropped => new { Flaw = Kebab(dropped.Flaw) }),
                Unsourced = grounded is null ? [] : WritingRemarks.Unsourced(grounded),
                Nearest = grounded is null ? answer.Passages.Take(3).Select(passage => Source(passage, passage.Chunk.Chunk.Locator)) : null,
            },
            Form);
    }

    public static string Of(RetrievalOutcome retrieval, int count) => JsonSerializer.Serialize(
        new
        {
            Question = retrieval.Question.MaskedText,
            AsOf = new[] { retrieval.Question.AsOf.First, retrieval.Question.AsOf.Last },
            retrieval.Question.Today,
            retrieval.Publication,
            retrieval.DocumentsSearched,
            Terms = retrieval.Terms.Select(term => new { term.Term.Term, term.Weight, term.DocumentFrequency }),
            Evidence = new { retrieval.Evidence.Strength, Lack = retrieval.Evidence.Lack is { } lack ? Kebab(lack) : null },
            Passages = retrieval.Passages.Take(count).Select(passage => new
            {
                passage.Rank,
                passage.Score,
                Sparse = passage.SparseScore,
                Dense = passage.DenseScore,
                Source = Source(passage, passage.Chunk.Chunk.Locator),
                passage.Chunk.Chunk.Text,
            }),
        },
        Form);

    private static WritingRecord? WritingOf(Answer answer) => answer switch
    {
        Answer.Grounded grounded => grounded.Writing,
        Answer.Abstention abstention => abstention.Writing,
        _ => null,
    };

    private static object Source(Passage passage, Locator locator) => new
    {
        Document = locator.Document.Value,
        Revision = locator.Revision.Value,
        passage.Chunk.Revision.Description.Title,
        passage.Chunk.Revision.Description.FileName,
        passage.Chunk.Revision.Description.IsSample,
        Section = locator.SectionPath,
        locator.Article,
        Pages = new[] { locator.FirstPage, locator.LastPage },
        ValidFrom = passage.Chunk.Effective.HasKnownStart ? passage.Chunk.Effective.From : (DateOnly?)null,
        ValidTo = passage.Chunk.Effective.LastDay,
    };

    internal static string Kebab<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
