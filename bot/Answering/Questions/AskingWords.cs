using System.Text.RegularExpressions;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>
/// The words people ask with, courtesy and telephone spelling included: they say nothing about the rule, and the rarer of them would be
/// taken for evidence that a passage lacks.
/// </summary>
internal static partial class AskingWords
{
    /// <summary>Stretches of the text that are not searched for.</summary>
    /// <param name="folded">As <see cref="FoldedText"/> gives it.</param>
    public static IEnumerable<(int Start, int Length)> Find(string folded) =>
        Phrase().Matches(folded).Select(match => (match.Index, match.Length));

    [GeneratedRegex(
        @"\b(?:mme|mlle|monsieur|madame|mademoiselle|bonjour|bonsoir|salut|bjr|slt|merci(?: (?:beaucoup|bien|d'avance|par avance))?|mrc|svp|stp|s'il (?:vous|te) plait|cordialement|urgent"
        + @"|(?:je|j'|nous) ?(?:voudrai[st]|voudrions|aimerai[st]|souhait\w+|veux|cherch\w+|besoin)(?: (?:savoir|connaitre|avoir|comprendre))?"
        + @"|(?:pouv\w+|pourr\w+|peux|saur\w+|sais)[- ](?:vous|tu)(?: (?:m'|me |nous )?(?:dire|indiquer|preciser|expliquer|rappeler|confirmer|renseigner|donner))?|(?:dis|dites|donne|donnez|rappelle|rappelez|indique|indiquez)[- ]moi"
        + @"|est[- ]ce qu(?:e\b|')|qu'est[- ]ce qu(?:e\b|'|i\b)|c'est quoi|qu esk|esk|kesk|y a[- ]t[- ]il|existe[- ]t[- ]il|s'agit[- ]il|de quoi s'agit[- ]il"
        + @"|quel(?:le)?s?|kels?|kelles?|comment|coman|koman|combien|cb|pourquoi|pk|pq|quand|kan|koi|quoi|lequel|laquelle|lesquel(?:le)?s"
        + @"|(?:faut|peut|doit|est|sont|a|ont|va|peuvent|doivent)[- ](?:t[- ])?(?:il|elle|on|ils|elles)(?: [a-z]{1,2}\b)?|puis[- ]je|dois[- ]je|que (?:faire|prevoit|dit|prevoient|disent|faut[- ]il)|prevoi\w*)"
        + @"(?=$|[^a-z])|\bqu'(?:est|une?|il|elle|on)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();
}
