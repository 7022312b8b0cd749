using System.Collections.Immutable;
using System.Text.Json;
using AgentHelpdesk.Answering.Grounding;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Evaluation.Answers;

/// <param name="Faithful">From 0 to 1: every statement follows from the quoted words.</param>
/// <param name="Helpful">From 0 to 1: it answers what was asked, so that it can be said on the phone.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record Judgement(double Faithful, double Helpful, string Reason);

/// <summary>Lets another model rate an answer. What it says is reported apart: no measure and no exit code depends on it.</summary>
internal sealed class AnswerJudge(IChatClient client)
{
    public const string Prompt = "judge-1";

    private const int MostTokens = 300;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>Null when the judge can't be reached or read: a run does not fail for it.</summary>
    public async Task<Judgement?> RateAsync(string question, string answer, ImmutableArray<Citation> citations, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.GetResponseAsync(
                [new(ChatRole.System, Instructions()), new(ChatRole.User, Case(question, answer, citations))],
                new() { Temperature = 0, MaxOutputTokens = MostTokens, ResponseFormat = ChatResponseFormat.Json },
                cancellationToken);
            return Read(response.Text);
        }
        catch (Exception problem) when (problem is HttpRequestException or TimeoutException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Null: no judgement, or one out of bounds.</summary>
    internal static Judgement? Read(string said)
    {
        var (first, last) = (said.IndexOf('{', StringComparison.Ordinal), said.LastIndexOf('}'));
        if (first < 0 || last < first)
            return null;
        try
        {
            var judgement = JsonSerializer.Deserialize<Judgement>(said[first..(last + 1)], Form);
            return judgement is { Faithful: >= 0 and <= 1, Helpful: >= 0 and <= 1 } ? judgement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Case(string question, string answer, ImmutableArray<Citation> citations) =>
        $"Question:\n{question}\n\nAnswer:\n{answer}\n\nQuoted words:\n" + string.Join('\n', citations.Select(citation => $"[{citation.Number}] {citation.Quote}"));

    private static string Instructions()
    {
        using var stream = typeof(AnswerJudge).Assembly.GetManifestResourceStream($"{Prompt}.md")
            ?? throw new InvalidOperationException($"The program holds no prompt named '{Prompt}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
