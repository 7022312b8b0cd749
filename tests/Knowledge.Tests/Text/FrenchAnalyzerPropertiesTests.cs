using System.Text;
using AgentHelpdesk.Knowledge.Text;
using CsCheck;

namespace AgentHelpdesk.Knowledge.Tests.Text;

public sealed class FrenchAnalyzerPropertiesTests
{
    /// <summary>What French regulations are made of, and what breaks them.</summary>
    private static readonly Gen<string> Piece = Gen.OneOf<string>(Array.ConvertAll<string, Gen<string>>([
        "L. 512-1", "R*133-9 bis", "l'", "qu’", "é", "à", "œ", "Æ", "ç", "RSA", "A.A.H.", "mi-temps", "Beau-père", "1 016,05 €", "9,2 %", "01/04/2024",
        "1er avril 2024", "CIR-7/2022", "article 12", "versées", "sociaux", " ", "\u202F", "\u00A0", "\n", "\t", "-", "/", ".", ",", "'", "\u00AD",
        "\u0301", "\u200B", "ﬁ", "ﬃ", "Ἀθῆναι", "Ελλάδα", "한국", "\uD83D\uDE00", "\uD83D", "ﷺ", "½", "²", "4", "2024", "x", "E", "İ", "ǅ", "﷽"], Gen.Const));

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char['\0', '\u024F'], 0, 40],
        Gen.String[0, 40],
        Piece.Array[0, 25].Select(string.Concat));

    [Fact]
    public void Composed_and_decomposed_spellings_give_the_same_terms() => Text.Where(text => text.IsNormalizedSafely()).Sample(text =>
        Terms(text.Normalize(NormalizationForm.FormC)).ShouldBe(Terms(text.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void Every_token_lies_in_the_text_and_tokens_ascend() => Text.Sample(text =>
    {
        var start = 0;
        foreach (var token in FrenchAnalyzer.Analyze(text))
        {
            token.Term.ShouldNotBeEmpty();
            token.Length.ShouldBePositive();
            (token.Start + token.Length).ShouldBeLessThanOrEqualTo(text.Length);
            (token.Start + token.Length).ShouldBeGreaterThan(start);
            start = token.Start;
        }
    });

    [Fact]
    public void The_characters_of_a_token_give_its_term_again() => Piece.Array[0, 25].Select(pieces => string.Join(' ', pieces)).Sample(text =>
    {
        foreach (var token in FrenchAnalyzer.Analyze(text))
            Terms(text.Substring(token.Start, token.Length)).ShouldContain(token.Term, $"{token} of {text}");
    });

    [Fact]
    public void Folding_twice_changes_nothing() => Gen.Char.Sample(character =>
    {
        var once = CharacterFolding.Of(character);
        foreach (var folded in new[] { once.First, once.Second, once.Third }.Where(folded => folded != '\0'))
            CharacterFolding.Of(folded).ShouldBe(new(folded, '\0', '\0', false));
    });

    [Fact]
    public void A_stem_is_no_longer_than_its_word() => Gen.String[Gen.Char['a', 'z'], 1, 20].Sample(word =>
    {
        var letters = word.ToCharArray();
        FrenchStemmer.Stem(letters).ShouldBeInRange(1, word.Length);
    });

    private static string[] Terms(string text) => [.. FrenchAnalyzer.Analyze(text).Select(token => token.Term)];
}

internal static class NormalizableText
{
    /// <summary>A lone surrogate has no normal form; .NET throws.</summary>
    public static bool IsNormalizedSafely(this string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD).Length >= 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
