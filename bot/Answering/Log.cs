using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions.Persons;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.Answering;

/// <summary>Events of this room. None holds the text of a question or a document.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Retrieved {Passages} passages from publication {Publication} in {Milliseconds:F1} ms; evidence {Strength:F2}, lacking: {Lack}.")]
    public static partial void Retrieved(ILogger logger, int passages, long publication, double milliseconds, double strength, AbstentionReason? lack);

    [LoggerMessage(101, LogLevel.Warning, "{Questions} questions were searched by words alone, without the embedding model: {Cause}")]
    public static partial void SearchedByWordsAlone(ILogger logger, int questions, string cause);

    [LoggerMessage(105, LogLevel.Information, "Asked for a decision on a person ({Reason}): conditions are given, the agent decides.")]
    public static partial void AskedOnPerson(ILogger logger, PersonReason reason);

    [LoggerMessage(110, LogLevel.Information, "Answered with {Claims} claims and {Citations} citations in {Milliseconds:F1} ms.")]
    public static partial void Answered(ILogger logger, int claims, int citations, double milliseconds);

    [LoggerMessage(111, LogLevel.Information, "Abstained ({Reason}) in {Milliseconds:F1} ms.")]
    public static partial void Abstained(ILogger logger, AbstentionReason reason, double milliseconds);

    [LoggerMessage(112, LogLevel.Warning, "Dropped {Rejected} of {Claims} claims: their citations did not stand the check.")]
    public static partial void ClaimsRejected(ILogger logger, int rejected, int claims);

    [LoggerMessage(130, LogLevel.Information, "The model answered ({Purpose}, {Prompt}): {InputTokens} tokens in, {OutputTokens} out, {Milliseconds:F0} ms.")]
    public static partial void ModelAnswered(ILogger logger, ModelCallPurpose purpose, string prompt, long inputTokens, long outputTokens, double milliseconds);

    [LoggerMessage(131, LogLevel.Warning, "The model gave no answer ({Purpose}, {Prompt}): {Reason}, exception {Exception}, after {Milliseconds:F0} ms.")]
    public static partial void ModelFailed(ILogger logger, ModelCallPurpose purpose, string prompt, FallbackReason reason, string exception, double milliseconds);

    [LoggerMessage(132, LogLevel.Debug, "What the model's client threw")]
    public static partial void ModelFailedWith(ILogger logger, Exception exception);

    [LoggerMessage(120, LogLevel.Warning, "Questions to begin with could not be looked for")]
    public static partial void SuggestionsFailed(ILogger logger, Exception exception);
}
