using AgentHelpdesk.Answering.Questions.FollowUps;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Answering.Tests.Questions.FollowUps;

/// <summary>Two lists of questions after questions: those that lean on the one before, and those that look as if they did.</summary>
public sealed class FollowUpTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Follow_ups_are_completed_and_others_left_alone()
    {
        var followUps = Lines("follow-ups.tsv").Select(line => (Earlier: line[0], Asked: line[1], Expected: line[2], Understood: FollowUp.Complete(line[1], line[0], Today))).ToList();
        var standing = Lines("stand-alone.tsv").Select(line => (Earlier: line[0], Asked: line[1], Understood: FollowUp.Complete(line[1], line[0], Today))).ToList();

        foreach (var missed in followUps.Where(line => line.Understood != line.Expected))
            output.WriteLine($"'{missed.Earlier}' + '{missed.Asked}'\n    expected {missed.Expected}\n    was      {missed.Understood ?? "(alone)"}");
        foreach (var wrong in standing.Where(line => line.Understood is not null))
            output.WriteLine($"'{wrong.Earlier}' + '{wrong.Asked}'\n    expected (alone)\n    was      {wrong.Understood}");

        var leaning = followUps.Count(line => line.Understood is not null);
        var right = followUps.Count(line => line.Understood == line.Expected);
        var wronglyLeaning = standing.Count(line => line.Understood is not null);
        output.WriteLine($"{followUps.Count} follow-ups: {leaning} seen, {right} understood as expected; {standing.Count} others: {wronglyLeaning} taken for one.");

        followUps.Count.ShouldBeGreaterThanOrEqualTo(60);
        standing.Count.ShouldBeGreaterThanOrEqualTo(60);
        var precision = (double)leaning / (leaning + wronglyLeaning);
        var recall = (double)leaning / followUps.Count;
        precision.ShouldBeGreaterThanOrEqualTo(0.99);
        recall.ShouldBeGreaterThanOrEqualTo(0.92);
        ((double)right / followUps.Count).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(RepositoryRoot.Combine("tests", "Answering.Tests", "Questions", "FollowUps", file))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
