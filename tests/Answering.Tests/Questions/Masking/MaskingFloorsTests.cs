using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Answering.Tests.Questions.Masking;

public sealed class MaskingFloorsTests(ITestOutputHelper output)
{
    private readonly PersonalDataMask _mask = new(Options.Create(new PrivacyOptions()));

    [Fact]
    public void Finds_what_is_hard_to_find_and_spares_what_looks_like_it()
    {
        var texts = File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Answering.Tests", "Questions", "Masking", "hard.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(MarkedText.Parse).ToArray();
        texts.Length.ShouldBeGreaterThanOrEqualTo(150);

        Check(texts);
    }

    [Fact]
    public void Finds_what_agents_write_and_spares_rules_in_three_thousand_sentences() => Check(SyntheticTexts.All());

    [Fact]
    public void Masking_again_changes_nothing_and_offsets_count_in_the_text_given()
    {
        foreach (var text in SyntheticTexts.All().Select(marked => marked.Text.Replace("é", "e\u0301", StringComparison.Ordinal).Replace(' ', '\u00a0')).Take(500))
        {
            var found = _mask.Find(text);
            var rebuilt = new System.Text.StringBuilder(text);
            foreach (var span in found.Spans.Reverse())
                rebuilt.Remove(span.Start, span.Length).Insert(span.Start, PersonalDataMask.WordFor(span.Kind));

            rebuilt.ToString().ShouldBe(found.Text);
            _mask.Mask(_mask.Mask(text)).ShouldBe(_mask.Mask(text));
        }
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("FR76 ")]
    [InlineData("a.a@")]
    [InlineData("Mme de ")]
    [InlineData("né à Paris ")]
    [InlineData("12 rue des A ")]
    [InlineData("n° dossier 1-")]
    [InlineData("+33 (0) ")]
    [InlineData("Jean Du ")]
    [InlineData("point a ")]
    public void Masks_twenty_thousand_hostile_characters_in_a_moment(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        _mask.Find(text[..200]);
        var fastest = Enumerable.Range(0, 5).Min(_ =>
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            _mask.Find(text);
            return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });

        output.WriteLine($"{piece}: {fastest:F1} ms");
        // Fifty milliseconds on a quiet machine; a pattern that goes back and forth would take seconds.
        fastest.ShouldBeLessThan(500);
    }

    [Fact]
    public void Masks_the_numbers_that_an_installation_describes()
    {
        var mask = new PersonalDataMask(Options.Create(new PrivacyOptions { MemberNumberPatterns = [@"\bkx (?<number>[0-9]{3})\b"] }));

        mask.Mask("avec KX 123 et 456").ShouldBe("avec KX [NUMÉRO] et 456");
        PrivacyOptions.IsUsable(@"(a)\1").ShouldBeFalse();
        PrivacyOptions.IsUsable("[0-9]*").ShouldBeFalse();
        PrivacyOptions.IsUsable("[0-9").ShouldBeFalse();
    }

    private void Check(IEnumerable<MarkedText> texts)
    {
        var score = new MaskingScore();
        foreach (var text in texts)
            score.Add(text, _mask);

        output.WriteLine(score.ToString());
        foreach (var fault in score.Faults)
            output.WriteLine(fault);
        foreach (var kind in score.Kinds)
        {
            score.Recall(kind).ShouldBeGreaterThanOrEqualTo(0.99, $"{kind}\n{string.Join('\n', score.Faults)}");
            score.Precision(kind).ShouldBeGreaterThanOrEqualTo(0.98, $"{kind}\n{string.Join('\n', score.Faults)}");
        }
    }
}
