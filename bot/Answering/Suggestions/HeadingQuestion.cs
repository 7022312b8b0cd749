using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Questions.FollowUps;

namespace AgentHelpdesk.Answering.Suggestions;

/// <summary>Makes a question of a heading, as an agent would ask it; a heading that says nothing by itself gives none.</summary>
internal static partial class HeadingQuestion
{
    private const string Vague = "\u202f: que prévoit le texte\u202f?";
    private const int Shortest = 6;
    private const int Longest = 110;

    /// <summary>The question is only that anything is said of it.</summary>
    public static bool IsVague(string question) => question.EndsWith(Vague, StringComparison.Ordinal);

    /// <param name="heading">As printed, with its number.</param>
    /// <param name="subject">What the document is about ("l'allocation de rentrée"); null when it is unknown.</param>
    /// <returns>Null: no question can be made of it.</returns>
    public static string? Of(string heading, Subject? subject)
    {
        var words = Cleaned(heading);
        if (words.Length is < Shortest or > Longest || !words.Any(char.IsLetter))
            return null;
        var folded = FoldedText.Of(words);
        if (words.EndsWith('?'))
            return Ended(words.TrimEnd('?', ' ', '\u00a0', '\u202f'));
        if (Asks().IsMatch(folded))
            return Ended(words);
        if (SaysNothing().IsMatch(folded) || Sentence().IsMatch(folded))
            return null;
        var aim = AimPhrase.Find(folded, _ => true);
        var topic = TopicPhrase.Find(words, folded, stretch => aim is null || !aim.Whole.Overlaps(stretch));
        if (aim is { Whole.Start: 0 })
            return OfAim(words, aim, topic, subject);
        return topic is { Whole.Start: 0 } && folded.Split(' ').Length > 1 ? Raised(words) + Vague : null;
    }

    private static string? OfAim(string words, AimPhrase aim, TopicPhrase? topic, Subject? subject)
    {
        var noun = Lowered(words[aim.Noun.Start..]);
        // "Montant de l'aide": which aid, the title says.
        if (topic is not null && subject is not null && IsGeneric(topic.Bare.In(words), subject))
            return Ended($"{AimPhrase.Question(Lowered(words[..topic.Whole.Start].Trim()))} {subject.AfterDe}");
        // "Durée d'assurance": for what, the title says.
        if (topic is not null)
            return Ended(subject is null || topic.Bare.In(words).Contains(' ', StringComparison.Ordinal) ? AimPhrase.Question(noun) : $"{AimPhrase.Question(noun)} pour {subject.AfterPour}");
        return subject is null ? null : Ended($"{AimPhrase.Question(noun)} {subject.AfterDe}");
    }

    private static bool IsGeneric(string topic, Subject subject) =>
        !topic.Contains(' ', StringComparison.Ordinal) && FoldedText.Of(subject.Bare).StartsWith(FoldedText.Of(topic).TrimEnd('s'), StringComparison.Ordinal);

    /// <summary>Without number, mark and leaders; capitals alone are read as small letters.</summary>
    private static string Cleaned(string heading)
    {
        var words = Spaces().Replace(heading.Normalize(), " ").Trim();
        for (var shorter = Numbering().Replace(words, ""); shorter != words; shorter = Numbering().Replace(words, ""))
            words = shorter;
        words = Leaders().Replace(words, "").TrimEnd(' ', '.', ':', ';', ',', '-', '–', '—');
        return words.Any(char.IsLower) ? words : Raised(words.ToLowerInvariant());
    }

    private static string Ended(string question) => $"{Raised(question)}\u202f?".Replace('\'', '’');

    private static string Raised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lowered(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^(?:(?:titre|chapitre|sous-section|section|partie|livre|annexe|fiche|paragraphe|point|art(?:icle|\.)|tableau|rubrique)\s+(?:unique|premier|1er|[ivxlc]+\b|[lrda]\.?\s?\d[\d.-]*(?:\s(?:bis|ter|quater))?|\d+(?:[.-]\d+)*|[a-z]\b)|(?:\d+(?:[.-]\d+)*|[ivxlc]{1,6}|[a-h]|§)(?=\s?[.)°/–—-]|\s\p{Lu}))\s*[.):°/–—-]*\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\s*(?:\.\s?){3,}\s*\d*$", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();

    [GeneratedRegex(@"^(?:quel(?:le)?s?|comment|combien|qui|quand|pourquoi|ou (?:s'|envoyer|deposer|trouver)|qu'est|est-ce|a qui|faut-il|peut-on|que faire|dans quels? cas|a quel(?:le)?s?|jusqu'a quand|depuis quand)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"^(?:generalites?|introduction|preambule|annexes?|sommaire|objet|principes?(?: generaux)?|notes?|contacts?|dispositions? (?:generales?|diverses?|finales?|transitoires?|communes?|preliminaires?|particulieres?)|entree en vigueur|champ d'application|exemples?|exceptions?|derogations?|references?|textes?(?: applicables?)?"
        + @"|divers|rappels?|table des matieres|regle generale|cas (?:general|particuliers?)|definitions?|conclusion|remarques?|attention|a savoir|a retenir|en resume|resume|mise a jour|historique|abreviations?|sigles?|bibliographie|plan|informations?(?: generales?)?|pour en savoir plus|questions?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex SaysNothing();

    // A heading that is a whole sentence, or an order, is no name of anything.
    [GeneratedRegex(@"\b(?:est|sont|doit|doivent|peut|peuvent|ignore[zr]?|reponde[zr]?|veuillez)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
