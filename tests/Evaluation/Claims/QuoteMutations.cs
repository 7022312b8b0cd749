using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>Changes the quote under a true claim.</summary>
internal static class QuoteMutations
{
    private static readonly string[] Foreign = ["bateau", "vendredi", "toujours", "préfecture", "dérogatoire", "intégralement"];

    public static IEnumerable<(string Kind, int Passage, string Quote)> Of(string sentence, string passage, Random random)
    {
        yield return ("misattributed", 2, sentence);
        var words = sentence.Split(' ');
        var at = 1 + random.Next(words.Length - 2);
        yield return ("invented", 1, string.Join(' ', words.Select((word, i) => i == at ? Foreign[random.Next(Foreign.Length)] : word)));
        yield return ("invented", 1, $"Le présent texte prévoit expressément que {char.ToLowerInvariant(sentence[0])}{sentence[1..]}");
        if (words.Length >= 12)
        {
            var (cut, resume) = (words.Length / 3, words.Length * 2 / 3);
            var omitted = $"{string.Join(' ', words[..cut])} … {string.Join(' ', words[resume..])}";
            yield return ("stitched", 1, omitted);
            yield return ("stitched", 1, omitted.Replace("… ", "", StringComparison.Ordinal));
        }

        var others = SentenceSplitter.Split(passage).Select(range => passage.Substring(range.Start, range.Length)).Where(other => other.Length > 40 && other != sentence && !sentence.Contains(other, StringComparison.Ordinal)).ToArray();
        if (others.Length > 1)
        {
            var other = others[random.Next(others.Length)].Split(' ');
            var quote = $"{string.Join(' ', words[..(words.Length / 2)])} {string.Join(' ', other[(other.Length / 2)..])}";
            if (!passage.Contains(quote, StringComparison.Ordinal))
                yield return ("stitched", 1, quote);
        }
    }
}
