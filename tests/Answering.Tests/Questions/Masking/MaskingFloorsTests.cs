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
