namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>
/// Completes a question that leans on the one before, by rules: whatever has a topic of its own is left as it is, since a wrong carry-over
/// gives a wrong rule, and a missing one is seen at once.
/// </summary>
internal static class FollowUp
{
    /// <summary>A longer one says what it is about.</summary>
    private const int LongestFollowUp = 160;

    /// <summary>Words with a meaning of their own that "et …" may bring in.</summary>
    private const int MostNewWords = 6;

    /// <param name="asked">Masked.</param>
    /// <param name="earlier">The question before it, masked and itself completed.</param>
    /// <param name="today">Relative dates count from here.</param>
    /// <returns>Null: the question stands by itself.</returns>
    public static string? Complete(string asked, string earlier, DateOnly today)
    {
        if (asked.Length > LongestFollowUp || string.IsNullOrWhiteSpace(earlier))
            return null;
        var follow = QuestionParts.Of(asked, today);
        var before = new CompletedQuestion(QuestionParts.Of(earlier, today));
        if (!before.HasSubject)
            return null;
        var completed = Complete(follow, before);
        return completed is null || string.Equals(completed, earlier, StringComparison.Ordinal) && !TalkWords.More().IsMatch(follow.FoldedBody) ? null : completed;
    }

    /// <summary>It can be completed by rules, or it goes on with something that the rules do not see: whoever asks so has the earlier question in mind.</summary>
    public static bool Leans(string asked, string earlier, DateOnly today)
    {
        if (asked.Length > LongestFollowUp || string.IsNullOrWhiteSpace(earlier))
            return false;
        if (Complete(asked, earlier, today) is not null)
            return true;
        var follow = QuestionParts.Of(asked, today);
        return follow.References.IsEmpty && (follow.HasStandIn || (follow.Topic is null && (follow.GoesOn || follow.Rest.IsEmpty)));
    }

    private static string? Complete(QuestionParts follow, CompletedQuestion before)
    {
        if (!follow.References.IsEmpty)
            return follow is { Topic: null, Aim: null, Rest: { Length: <= 1 }, HasStandIn: false } ? before.WithReference(follow) : null;
        if (TalkWords.More().IsMatch(follow.FoldedBody))
            return before.AskedAgain(follow);
        if (follow.Topic is not null && !IsOnlyCompared(follow))
            return !TopicAlone(follow) ? null : AddsCircumstance(follow) ? before.With(follow.Body) : before.WithTopic(follow);
        if (IsCaseOfItsOwn(follow))
            return null;
        if (follow.HasStandIn && follow.Rest.Length <= MostNewWords)
            return before.InStandInsPlace(follow);
        return follow.Rest.IsEmpty ? Changed(follow, before) : GoesOn(follow, before);
    }

    // "est-ce cumulable avec l'AAH ?": what follows "avec" is not what the question is about.
    private static bool IsOnlyCompared(QuestionParts follow) =>
        follow.HasStandIn && follow.Topic is { } topic && follow.Folded[..topic.Whole.Start].TrimEnd().EndsWith(" avec", StringComparison.Ordinal);

    // "et la prime d'activité ?", "et pour le RSA en 2023 ?"
    private static bool TopicAlone(QuestionParts follow) => follow is { GoesOn: true, Aim: null, Asks: false, HasStandIn: false, Rest.IsEmpty: true };

    // "et après un accident du travail ?", "et avec l'AAH ?"
    private static bool AddsCircumstance(QuestionParts follow) =>
        TalkWords.Preposition().Match(follow.FoldedBody) is { Success: true } match && match.Value.Trim() is not ("pour" or "a" or "au" or "aux");

    // "que faire si l'assuré a perdu sa carte ?": the case says what it is about.
    private static bool IsCaseOfItsOwn(QuestionParts follow) =>
        follow is { GoesOn: false } && follow.Slots.TryGetValue(Slot.Condition, out var cases)
        && (follow.Asks || TopicPhrase.IsNamedIn(cases[0].In(follow.Folded)));

    // Nothing but words that any question could have: an aim, a date, a group of people.
    private static string? Changed(QuestionParts follow, CompletedQuestion before)
    {
        if (follow.Aim is not null)
            return before.WithAim(follow);
        if (follow.Asks)
            return before.WithAsking(follow);
        return follow.Slots.IsEmpty ? null : before.WithSlots(follow);
    }

    // "et après un accident ?": only a question that goes on with the one before may bring in words of its own.
    private static string? GoesOn(QuestionParts follow, CompletedQuestion before)
    {
        if (!follow.GoesOn || follow.Rest.Length > MostNewWords)
            return null;
        if (follow.Aim is not null)
            return follow.Rest.Length <= 2 ? before.WithAim(follow) : null;
        if (follow.Slots.ContainsKey(Slot.Condition) && !follow.Asks)
            return before.WithSlots(follow);
        if (follow.Asks)
            return null;
        if (TalkWords.Preposition().IsMatch(follow.FoldedBody))
            return before.With(follow.Body);
        return follow.Rest.Length <= 2 ? before.WithNewTopic(follow) : null;
    }
}
