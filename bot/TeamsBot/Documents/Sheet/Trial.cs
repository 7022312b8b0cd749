using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Pages;

namespace AgentHelpdesk.TeamsBot.Documents.Sheet;

/// <summary>A question tried by a knowledge manager, with what an agent would be answered.</summary>
/// <param name="Question">As typed.</param>
/// <param name="Date">As typed; empty: today.</param>
/// <param name="Turn">What it came to, shown as agents see it.</param>
/// <param name="IsCited">The answer cites this document; null when there is no answer.</param>
public sealed record Trial(string Question, string Date, ShownTurn Turn, bool? IsCited)
{
    internal static Trial Of(string question, string date, TurnOutcome outcome, DocumentId document) => new(
        question,
        date,
        ShownTurn.Of(question, outcome) with { IsTrial = true },
        outcome is TurnOutcome.Answered { Answer: Answering.Answer.Grounded grounded }
            ? grounded.Citations.Any(citation => citation.Passage.Chunk.Revision.Document == document)
            : null);
}
