using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions.FollowUps;

/// <summary>The question before, with what a follow-up changes put in its place and the rest kept.</summary>
internal sealed partial class CompletedQuestion(QuestionParts before)
{
    private static readonly ImmutableArray<Slot> Kept = [Slot.Status, Slot.Household, Slot.Children, Slot.Age, Slot.Place, Slot.Date, Slot.Condition];

    /// <summary>There is something to lean on.</summary>
    public bool HasSubject => before.Topic is not null || !before.Rest.IsEmpty || !before.References.IsEmpty || before.Aim is not null;

    private string Sentence => before.Split().Sentence;

    private string End => before.Split().End;

    /// <summary>"et en 2023 ?", "et pour un couple ?".</summary>
    public string WithSlots(QuestionParts follow) => Edited(follow, []);

    /// <summary>"et l'article L. 161-2 ?": only where an article was asked about before.</summary>
    public string? WithReference(QuestionParts follow)
    {
        var named = follow.References[0];
        if (before.References.FirstOrDefault(other => other.GetType() == named.GetType()) is not { } old
            || follow.References.Length > 1 || named is QuestionReference.Article { Key.Code.Length: > 0 })
            return null;
        return Edited(follow, [(new(old.Start, old.Length), named.AsTyped)]);
    }

    /// <summary>"et la prime d'activité ?".</summary>
    public string? WithTopic(QuestionParts follow) => before.Topic is { } old && follow.Topic is { } topic
        ? Edited(follow, [(old.Whole, old.Replacement(topic, follow.Text))])
        : null;

    /// <summary>"et l'adoption ?" with a word that the lists don't know.</summary>
    public string? WithNewTopic(QuestionParts follow) => before.Topic is { } old && ArticleAndWords().Match(follow.Body) is { Success: true } match
        ? Edited(null, [(old.Whole, old.Replacement(
            new(default, new(match.Groups["bare"].Index, match.Groups["bare"].Length), FoldedText.Of(match.Groups["joint"].Value.Trim())), follow.Body))])
        : null;

    /// <summary>"quel montant ?", "et le délai de recours ?".</summary>
    public string WithAim(QuestionParts follow)
    {
        if (follow.Aim is not { } aim)
            return WithSlots(follow);
        var noun = follow.Rest.IsEmpty ? aim.Noun.In(follow.Text) : follow.Text[aim.Noun.Start..(follow.BodyStart + follow.Body.Length)].Trim();
        if (before.Aim is { } old && CanTakeThePlaceOf(old))
        {
            var phrase = old.HasQuestion ? AimPhrase.Question(noun) : old.HasArticle ? AimPhrase.WithArticle(noun) : noun;
            return Edited(follow, [(old.Whole, phrase + " ")]);
        }

        return before.Topic is null ? Joined(AimPhrase.WithArticle(noun), follow) : Recomposed(AimPhrase.Question(noun), follow);
    }

    /// <summary>"combien pour un couple ?", "comment faire la demande ?".</summary>
    public string WithAsking(QuestionParts follow)
    {
        var body = WithoutSlots(follow);
        return before.Topic is null ? Joined(Lowered(body), follow) : Recomposed(Raised(body), follow);
    }

    /// <summary>"est-elle imposable ?": the topic stands beside the word that stands for it.</summary>
    public string InStandInsPlace(QuestionParts follow)
    {
        if (follow is { Aim: not null, Rest.IsEmpty: true } && PossessiveAim().IsMatch(follow.FoldedBody))
            return WithAim(follow);
        var body = Raised(follow.Body);
        if (before.Topic is not { } topic)
            return Joined(Lowered(follow.Body), follow, keepsSlots: false);
        var named = topic.Named(before.Text);
        var folded = FoldedText.Of(body);
        if (TalkWords.Demonstrative().Match(folded) is { Success: true } word)
        {
            var inPlace = word.Index == 0 ? Raised(named) : named;
            return Tidy($"{body[..word.Index]}{inPlace}{body[(word.Index + word.Length)..]}{Rest(follow, "")}") + EndOf(follow);
        }

        return Tidy($"{body} ({named}{Rest(follow, "")})") + EndOf(follow);
    }

    /// <summary>"pourquoi ?", "tu peux préciser ?".</summary>
    public string AskedAgain(QuestionParts follow) => follow.FoldedBody.StartsWith("pourquoi", StringComparison.Ordinal) && !FoldedText.Of(before.Text).Contains("pourquoi", StringComparison.Ordinal)
        ? Tidy($"{Sentence}, et pourquoi") + EndOf(follow)
        : before.Text;

    /// <summary>Put at the end: "et après un accident ?".</summary>
    public string With(string addition) => Tidy($"{Sentence} {addition}") + End;

    // Before "de la pension", at the end, or in a question of keywords.
    private bool CanTakeThePlaceOf(AimPhrase old)
    {
        var after = before.Folded[old.Whole.End..].TrimStart();
        return (!old.HasQuestion && !before.Asks) || after.Length == 0 || Link().IsMatch(after) || before.Topic is null && before.Rest.IsEmpty;
    }

    private string Recomposed(string asking, QuestionParts follow)
    {
        var named = before.Topic is { } topic ? $" pour {topic.Named(before.Text)}" : "";
        return Tidy($"{asking}{named}{Rest(follow, "")}{Added(follow, except: _ => false)}") + EndOf(follow);
    }

    private string Joined(string asking, QuestionParts follow, bool keepsSlots = true) =>
        Tidy($"{Sentence}, et {asking}{(keepsSlots ? Added(follow, except: _ => false) : "")}") + EndOf(follow);

    private string EndOf(QuestionParts follow) => follow.Split().End is { Length: > 0 } end ? end : End;

    /// <summary>What the question before said of date, people and place, and the follow-up does not say otherwise.</summary>
    private string Rest(QuestionParts follow, string between) => string.Concat(Kept
        .Where(slot => before.Slots.ContainsKey(slot) && !follow.Slots.ContainsKey(slot))
        .Select(slot => $"{between} {Phrase(slot, before)}"));

    private static string Added(QuestionParts follow, Func<Slot, bool> except) => string.Concat(Kept
        .Where(slot => follow.Slots.ContainsKey(slot) && !except(slot))
        .Select(slot => slot == Slot.Condition ? $", {Phrase(slot, follow).TrimStart(',', ' ')}" : $" {Phrase(slot, follow)}"));

    // People need their "pour"; "des salariés" of a name becomes it too.
    private static string Phrase(Slot slot, QuestionParts parts)
    {
        var phrase = parts.Slots[slot][0].In(parts.Text);
        return slot is Slot.Status or Slot.Household && !LeadingPreposition().IsMatch(FoldedText.Of(phrase)) ? $"pour {phrase}"
            : slot == Slot.Date && BareDate().IsMatch(FoldedText.Of(phrase)) ? $"en {phrase}"
            : phrase;
    }

    private string Edited(QuestionParts? follow, ImmutableArray<(Stretch Stretch, string Text)> given)
    {
        var edits = given.ToList();
        if (follow is not null)
        {
            foreach (var slot in Kept.Where(slot => follow.Slots.ContainsKey(slot) && before.Slots.ContainsKey(slot)))
            {
                var olds = before.Slots[slot];
                edits.Add((olds[0], InPlace(slot, olds[0], follow)));
                edits.AddRange(olds.Skip(1).Select(old => (old, "")));
            }
        }

        var text = new StringBuilder(Sentence);
        foreach (var (stretch, replacement) in edits.Where(edit => edit.Stretch.End <= Sentence.Length).OrderByDescending(edit => edit.Stretch.Start))
            text.Remove(stretch.Start, stretch.Length).Insert(stretch.Start, Padded(replacement, stretch));
        var added = follow is null ? "" : Added(follow, except: before.Slots.ContainsKey);
        var changed = Tidy(text.Append(added).ToString());
        return (char.IsUpper(before.Text[0]) ? Raised(changed) : changed) + End;
    }

    private string Padded(string replacement, Stretch stretch) =>
        stretch.Start > 0 && before.Text[stretch.Start] == ' ' ? " " + replacement : replacement;

    // A group of people that was the subject ("un salarié peut-il …") stays the subject.
    private string InPlace(Slot slot, Stretch old, QuestionParts follow)
    {
        var phrase = Phrase(slot, follow);
        if (slot is not (Slot.Status or Slot.Household) || LeadingPreposition().IsMatch(FoldedText.Of(old.In(before.Text))) || old.Start > 0 && !before.Asks)
            return old.Start > 0 && before.Folded[old.Start] == ',' && !phrase.StartsWith(',') ? $", {phrase}" : phrase;
        return old.Start == before.BodyStart && phrase.StartsWith("pour ", StringComparison.Ordinal) ? phrase["pour ".Length..] : phrase;
    }

    private static string WithoutSlots(QuestionParts follow)
    {
        var text = new StringBuilder(follow.Text);
        foreach (var stretch in follow.Slots.Values.SelectMany(slots => slots).OrderByDescending(stretch => stretch.Start))
            text.Remove(stretch.Start, stretch.Length);
        return QuestionEnd().Replace(text.ToString(follow.BodyStart, text.Length - follow.BodyStart), "").Trim();
    }

    private static string Tidy(string text) => SpaceBeforeComma().Replace(Spaces().Replace(text, " "), ",").Trim(' ', ',');

    private static string Raised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lowered(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^(?:d[eu']|des\b|pour\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:pour|chez|concernant|envers|cote|des|du|d'|de|aux?|s'agissant de|en ce qui concerne)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingPreposition();

    [GeneratedRegex(@"^(?:(?:19|20)\d\d$|(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex BareDate();

    [GeneratedRegex(@"\b(?:son|sa|ses|leurs?|ce|cet|cette|ces) (?:\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex PossessiveAim();

    [GeneratedRegex(@"^(?<joint>pour (?:la |le |les |l'|un |une )?|la |le |les |l['’]|une? |du |des |de la )(?<bare>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ArticleAndWords();

    [GeneratedRegex(@"[\s?.!]+$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionEnd();

    [GeneratedRegex(@"[ \t\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" +,", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeComma();
}
