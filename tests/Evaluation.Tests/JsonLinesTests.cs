using System.Text.Json;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class JsonLinesTests
{
    private sealed record Case(JsonElement Id, string Text);

    [Fact]
    public async Task A_bad_line_is_named_by_its_number_and_the_others_are_answered()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "cases.jsonl");
        await File.WriteAllTextAsync(
            file, "{\"id\":\"a\",\"text\":\"été\",\"more\":1}\n\n{\"id\":\"b\"}\nno json\n{\"id\":\"c\",\"text\":null}\n{\"id\":\"e\",\"text\":\"\\ud800\"}\n{\"id\":7,\"text\":\"x\"}\nnull\n{\"id\":\"f\",\"text\":\"fail\"}",
            TestContext.Current.CancellationToken);
        var errors = new StringWriter();

        var exitCode = await JsonLines.AnswerAsync(
            file, Path.Combine(folder.Path, "out"), (Case one) => new { one.Id, Length = one.Text == "fail" ? throw new InvalidDataException("Failed as asked.") : one.Text.Length },
            errors, TestContext.Current.CancellationToken);

        exitCode.ShouldBe(1);
        (await File.ReadAllLinesAsync(Path.Combine(folder.Path, "out", "results.jsonl"), TestContext.Current.CancellationToken))
            .ShouldBe(["{\"id\":\"a\",\"length\":3}", "{\"id\":7,\"length\":1}"]);
        foreach (var number in new[] { 3, 4, 5, 6, 8, 9 })
            errors.ToString().ShouldContain($"line {number}: ");
        errors.ToString().ShouldContain("line 9: Failed as asked.");
    }

    [Fact]
    public async Task A_file_of_good_lines_ends_well()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "cases.jsonl");
        await File.WriteAllTextAsync(file, "{\"id\":\"a\",\"text\":\"x\"}\r\n", TestContext.Current.CancellationToken);

        (await JsonLines.AnswerAsync(file, folder.Path, (Case one) => one, TextWriter.Null, TestContext.Current.CancellationToken)).ShouldBe(0);
    }
}
