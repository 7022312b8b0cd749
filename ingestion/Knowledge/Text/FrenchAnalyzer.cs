using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// Turns French text into terms, alike for indexing and asking. Words lose elision, accents and their inflected endings; stop words go.
/// References ("L. 512-1", "2023-05"), amounts, percentages and dates are terms of their own, whatever way they are written, beside
/// those of their parts that are asked for alone.
/// </summary>
public static class FrenchAnalyzer
{
    /// <summary>Written into the index manifest: raise it when the same text would give other terms.</summary>
    public const string Version = "french-3";

    /// <summary>The terms in the order of the text; a compound or a reference stands before its parts.</summary>
    public static ImmutableArray<Token> Analyze(string text)
    {
        using var folded = new FoldedText(text);
        // Six characters a token is what legal prose gives: one growth at most.
        var tokens = ImmutableArray.CreateBuilder<Token>((text.Length / 6) + 4);
        var scan = new AnalyzerScan(folded, tokens);
        scan.Run();
        return tokens.DrainToImmutable();
    }
}
