using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering;

/// <summary>How far a turn has come, for whoever waits for it. None of it is an answer.</summary>
public abstract record AnswerStep
{
    private AnswerStep() { }

    /// <summary>Passages were found and support enough to write from.</summary>
    /// <param name="DocumentsSearched">Documents that could have answered.</param>
    /// <param name="Passages">What the answer is written from, the nearest first; never empty.</param>
    public sealed record Found(int DocumentsSearched, ImmutableArray<Passage> Passages) : AnswerStep
    {
        /// <summary>The days the question is about.</summary>
        public AsOf AsOf { get; init; }

        /// <summary>As <see cref="Answer.Today"/>.</summary>
        public DateOnly Today { get; init; }
    }

    /// <summary>A draft is written; each of its citations is being checked.</summary>
    /// <param name="DocumentsSearched">Documents that could have answered.</param>
    /// <param name="Claims">Sentences to check.</param>
    public sealed record Written(int DocumentsSearched, int Claims) : AnswerStep;
}
