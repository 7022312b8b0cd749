using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>A question taken apart into what a follow-up may keep or change.</summary>
internal sealed partial record QuestionParts
{
    public required string Text { get; init; }

    public required string Folded { get; init; }

    /// <summary>"et", "même question"…: goes on with what was asked before.</summary>
    public required bool GoesOn { get; init; }

    /// <summary>Where the question itself begins, after courtesy and <see cref="GoesOn"/>'s words.</summary>
    public required int BodyStart { get; init; }

    public required ImmutableArray<QuestionReference> References { get; init; }

    public required ImmutableDictionary<Slot, ImmutableArray<Stretch>> Slots { get; init; }

    public required AimPhrase? Aim { get; init; }

    public required TopicPhrase? Topic { get; init; }

    /// <summary>Words with a meaning of their own that belong to none of the parts.</summary>
    public required ImmutableArray<string> Rest { get; init; }

    public bool HasStandIn => TalkWords.StandIn().IsMatch(FoldedBody);

    /// <summary>By its form, apart from what its clauses ask ("quand le père est inconnu").</summary>
    public bool Asks => Aim is { HasQuestion: true } || TalkWords.Asking().Matches(Folded).Any(match => match.Index >= BodyStart
        && !Slots.Values.Any(slots => slots.Any(slot => slot.Overlaps(new(match.Index, match.Length)))));

    /// <summary>Without the marks at its end.</summary>
    public string Body => Text[BodyStart..].TrimEnd(' ', '\u00a0', '\u202f', '?', '.', '!', ';', ':', ',', '…');

    public string FoldedBody => FoldedText.Of(Body);

    /// <summary>The question, and the mark that ends it as typed (" ?").</summary>
    public (string Sentence, string End) Split()
    {
        var sentence = Text.TrimEnd(' ', '\u00a0', '\u202f', '?', '.', '!', '\n');
        var end = Text[sentence.Length..];
        return (sentence, end.Contains('?', StringComparison.Ordinal) ? end.TrimEnd('.', '!', '\n') : "");
    }

    public static QuestionParts Of(string text, DateOnly today)
    {
        var folded = FoldedText.Of(text);
        var taken = new List<Stretch>();
        var opening = TalkWords.Opening().Match(folded);
        var on = opening.Groups["on"];
        // "où" asks, "ou" goes on: only the accent tells.
        var goesOn = on.Success && !text.AsSpan(on.Index).StartsWith("où", StringComparison.OrdinalIgnoreCase);
        var start = on.Success && !goesOn ? on.Index : opening.Length;
        taken.Add(new(0, start));
        taken.AddRange(PersonalDataMask.MaskedRanges(text).Select(range => new Stretch(range.Start, range.Length)));
        var references = ReferenceFinder.Find(text);
        taken.AddRange(references.Select(reference => new Stretch(reference.Start, reference.Length)));

        var slots = ImmutableDictionary.CreateBuilder<Slot, ImmutableArray<Stretch>>();
        taken.AddRange(Found(TalkWords.Demonstrative()));
        Take(Slot.Condition, Found(SlotPatterns.Of(Slot.Condition)).Where(found => !IsQuestionOfTime(found)));
        Take(Slot.Date, Dates(folded, today));
        foreach (var slot in new[] { Slot.Children, Slot.Age, Slot.Place, Slot.Status, Slot.Household })
            Take(slot, Found(SlotPatterns.Of(slot)).Where(found => !IsPension(found)));

        var aim = AimPhrase.Find(folded, IsFree);
        if (aim is not null)
            taken.Add(aim.Whole);
        var topic = TopicPhrase.Find(text, folded, IsFree);
        if (topic is not null)
            taken.Add(topic.Whole);
        return new()
        {
            Text = text,
            Folded = folded,
            GoesOn = goesOn,
            BodyStart = start,
            References = references,
            Slots = slots.ToImmutable(),
            Aim = aim,
            Topic = topic,
            Rest = [.. Word().Matches(folded).Where(word => IsFree(new(word.Index, word.Length)) && !TalkWords.Plain().IsMatch(word.Value)).Select(word => word.Value)],
        };

        // At the beginning "quand" asks, unless it goes on with a case ("et quand le père est inconnu ?").
        bool IsQuestionOfTime(Stretch found) => found.Start <= start && folded.AsSpan(found.Start).StartsWith("quand", StringComparison.Ordinal)
            && (!goesOn || Inversion().IsMatch(found.In(folded)) || TopicPhrase.IsNamedIn(found.In(folded)));

        // "retraité" is a person, "retraite" is not: only the accent tells.
        bool IsPension(Stretch found) => found.In(folded).Contains("retraite", StringComparison.Ordinal)
            && !found.In(text).Contains("retraité", StringComparison.OrdinalIgnoreCase);

        IEnumerable<Stretch> Found(Regex pattern) => pattern.Matches(folded).Select(match => new Stretch(match.Index, match.Value.TrimEnd().Length));

        bool IsFree(Stretch stretch) => !taken.Exists(other => other.Overlaps(stretch));

        void Take(Slot slot, IEnumerable<Stretch> given)
        {
            var found = given.Where(IsFree).ToImmutableArray();
            if (found.IsEmpty)
                return;
            slots[slot] = found;
            taken.AddRange(found);
        }
    }

    private static IEnumerable<Stretch> Dates(string folded, DateOnly today)
    {
        var named = AsOfFinder.Read(folded, today).Words.Select(word => new Stretch(word.Start, word.Length)).ToList();
        named.AddRange(Now().Matches(folded).Select(match => new Stretch(match.Index, match.Length)));
        foreach (var date in named)
        {
            var before = SlotPatterns.BeforeDate().Match(folded[..date.Start]);
            yield return before.Success ? new(before.Index, date.End - before.Index) : date;
        }
    }

    [GeneratedRegex(@"[a-z0-9]{2,}(?:-[a-z0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"-(?:t-)?(?:elles?|ils?|on)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Inversion();

    [GeneratedRegex(@"\bmaintenant\b", RegexOptions.CultureInvariant)]
    private static partial Regex Now();
}
