namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>The person's choice, else a clear question, else the configured default: nothing else decides the language.</summary>
internal static class QuestionLanguage
{
    // Words that the other language writes alike ("a", "on", "or", "as", "an", "me", "plus") are in neither list.
    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "is", "are", "was", "what", "which", "who", "whom", "whose", "how", "when", "where", "why", "does", "do", "did", "can",
        "of", "to", "in", "for", "with", "from", "by", "and", "at", "this", "that", "these", "those", "my", "your", "their", "have",
        "has", "be", "been", "it", "its", "if", "will", "would", "should", "must", "there", "many", "much", "i", "you", "they", "we",
    };

    private static readonly HashSet<string> French = new(StringComparer.OrdinalIgnoreCase)
    {
        "le", "la", "les", "un", "une", "des", "du", "de", "et", "ou", "où", "est", "sont", "quel", "quelle", "quels", "quelles",
        "combien", "comment", "pour", "dans", "sur", "au", "aux", "qui", "que", "quoi", "quand", "ce", "cette", "ces", "il", "elle",
        "ils", "elles", "je", "nous", "vous", "mon", "ma", "mes", "son", "sa", "ses", "leur", "leurs", "pas", "ne", "en", "par", "avec",
        "sans", "si", "à", "d", "l", "qu", "c", "s", "n", "j", "y", "se", "être", "avoir", "peut", "faut", "depuis", "selon",
    };

    public static Language Choose(Language? choice, string question, Language preset) =>
        choice ?? (IsClearlyEnglish(question) ? Language.English : preset);

    private static bool IsClearlyEnglish(string question)
    {
        var english = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in Words(question))
        {
            if (French.Contains(word))
                return false;
            if (English.Contains(word))
                english.Add(word);
        }

        return english.Count >= 2;
    }

    private static IEnumerable<string> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i]))
                i++;
            if (i > start)
                yield return text[start..i];
        }
    }
}
