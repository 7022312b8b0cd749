using System.Collections.Concurrent;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>
/// The terms of texts that were read before: the same chunks come up with question after question, and reading their words is most of the work
/// of a turn. Holds the texts of late, whatever the size of the corpus.
/// </summary>
/// <param name="mostCharacters">Of the texts of one generation; two are held.</param>
internal sealed class KnownTerms(int mostCharacters = 2_000_000)
{
    private readonly Lock _ageing = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <summary>As <see cref="FrenchAnalyzer"/> reads them, in their order.</summary>
    public string[] Of(string text)
    {
        var young = _young;
        if (young.Terms.TryGetValue(text, out var known))
            return known;
        if (!_old.Terms.TryGetValue(text, out known))
            known = [.. FrenchAnalyzer.Analyze(text).Select(token => young.Words.GetOrAdd(token.Term, token.Term))];
        if (young.Terms.TryAdd(text, known) && Interlocked.Add(ref young.Characters, text.Length) > mostCharacters)
            Age(young);
        return known;
    }

    // What was asked for since the last time moved to the young ones; the rest goes.
    private void Age(Generation full)
    {
        lock (_ageing)
        {
            if (_young != full)
                return;
            _old = full;
            _young = new();
        }
    }

    private sealed class Generation
    {
        public int Characters;

        public ConcurrentDictionary<string, string[]> Terms { get; } = new(StringComparer.Ordinal);

        /// <summary>A word is held once.</summary>
        public ConcurrentDictionary<string, string> Words { get; } = new(StringComparer.Ordinal);
    }
}
