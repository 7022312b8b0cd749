using AgentHelpdesk.Evaluation.Claims;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class LiarTests
{
    [Fact]
    public void Lies_about_the_samples_are_caught_and_faithful_claims_let_through()
    {
        var score = LiarScore.Of(LiarRun.Judge(new Liar(7).Make(SourceTexts.Read(null), 150)));

        score.FalseClaims.ShouldBeGreaterThan(1_000);
        score.FalseAlarms.ShouldBeLessThanOrEqualTo(0.02);
        foreach (var kind in score.Lies)
            kind.Share.ShouldBeGreaterThanOrEqualTo(Floor(kind.Kind), kind.Kind);
    }

    [Fact]
    public void Claims_written_by_hand_are_told_apart()
    {
        var pairs = WrittenPairs.Read();
        var score = LiarScore.Of(LiarRun.Judge(pairs));

        LiarScore.Of(LiarRun.Judge(pairs.Where(pair => pair.Kind != "later"))).Detection.ShouldBeGreaterThanOrEqualTo(0.97);
        // Written when the check was done, to find what it misses: a little under what was measured.
        LiarScore.Of(LiarRun.Judge(pairs.Where(pair => pair.Kind == "later"))).Detection.ShouldBeGreaterThanOrEqualTo(0.85);
        score.FalseAlarms.ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void The_same_seed_tells_the_same_lies()
    {
        var passages = SourceTexts.Read(null);

        new Liar(3).Make(passages, 20).Select(one => one.Case.Claim).ShouldBe(new Liar(3).Make(passages, 20).Select(one => one.Case.Claim));
    }

    [Fact]
    public async Task Each_claim_of_a_file_is_judged_in_its_order_and_a_bad_line_loses_no_other()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "claims.jsonl");
        const string Passages = """[{"n":4,"text":"La pension est portée à 40 % du salaire de base."}]""";
        await File.WriteAllLinesAsync(
            file,
            [
                $$$"""{"id":"true","passages":{{{Passages}}},"claim":{"text":"La pension est de 40 pour cent du salaire de base.","passage":4,"quote":"La pension est portée à 40 % du salaire de base"}}""",
                """{"id":"bad","passages":[],"claim":{"text":"a","passage":1,"quote":"b"}}""",
                $$$"""{"id":"false","passages":{{{Passages}}},"claim":{"text":"La pension est de 45 % du salaire de base.","passage":4,"quote":"La pension est portée à 40 % du salaire de base"}}""",
                $$$"""{"id":"elsewhere","passages":{{{Passages}}},"claim":{"text":"La pension est due.","passage":9,"quote":"La pension est portée"}}""",
            ],
            TestContext.Current.CancellationToken);
        var (output, errors) = (new StringWriter(), new StringWriter());

        (await ClaimsRun.RunAsync(file, Path.Combine(folder.Path, "out"), output, errors, TestContext.Current.CancellationToken)).ShouldBe(1);

        (await File.ReadAllLinesAsync(Path.Combine(folder.Path, "out", "results.jsonl"), TestContext.Current.CancellationToken)).ShouldBe(
        [
            """{"id":"true","verdict":"accepted","reason":""}""",
            """{"id":"false","verdict":"rejected","reason":"unsupported-fact: 45 %"}""",
            """{"id":"elsewhere","verdict":"rejected","reason":"unknown-passage: [9]"}""",
        ]);
        errors.ToString().ShouldContain("line 2: Case bad has no passages.");
    }

    private static double Floor(string kind) => kind switch
    {
        "invented" or "stitched" or "misattributed" or "amount" or "percentage" or "date" or "article" or "phone" or "url" => 0.995,
        "duration" => 0.98,
        "swapped" => 0.5,
        _ => 0.9,
    };
}
