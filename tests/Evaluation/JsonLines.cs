using System.Text.Json;

namespace AgentHelpdesk.Evaluation;

/// <summary>
/// One JSON object a line in, one out: what lets others judge with their own cases. A line that is no case is reported with its number and
/// left out; the others are kept. Exit code 1 when there was one.
/// </summary>
internal static class JsonLines
{
    // What a case lacks or has as null is said, not guessed; fields that a command doesn't know are left alone.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <inheritdoc cref="AnswerAsync{TCase,TResult}(string,string,Func{TCase,CancellationToken,ValueTask{TResult}},TextWriter,CancellationToken)"/>
    public static Task<int> AnswerAsync<TCase, TResult>(
        string file, string outFolder, Func<TCase, TResult> answer, TextWriter errors, CancellationToken cancellationToken) =>
        AnswerAsync<TCase, TResult>(file, outFolder, (one, _) => ValueTask.FromResult(answer(one)), errors, cancellationToken);

    /// <summary>Answers every case of a file into results.jsonl, in the file's order.</summary>
    /// <param name="file">The cases; empty lines are skipped.</param>
    /// <param name="outFolder">Made when missing.</param>
    /// <param name="answer">Throws <see cref="InvalidDataException"/> for a case that makes no sense: reported as a bad line.</param>
    /// <param name="errors">Where bad lines are named.</param>
    /// <param name="cancellationToken">Stops it; what was answered stays written.</param>
    /// <returns>The exit code: 0, or 1 when a line was left out.</returns>
    public static async Task<int> AnswerAsync<TCase, TResult>(
        string file, string outFolder, Func<TCase, CancellationToken, ValueTask<TResult>> answer, TextWriter errors, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(outFolder);
        using var reader = new StreamReader(file);
        await using var writer = new StreamWriter(Path.Combine(outFolder, "results.jsonl"));
        var (number, bad) = (0, 0);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var result = await answer(Parse<TCase>(line), cancellationToken);
                await writer.WriteAsync((ResultFiles.Line(result) + '\n').AsMemory(), cancellationToken);
            }
            catch (InvalidDataException problem)
            {
                bad++;
                await errors.WriteLineAsync($"{file}, line {number}: {problem.Message}");
            }
        }

        if (bad > 0)
            await errors.WriteLineAsync($"{bad} bad line(s) left out; the others are in {Path.Combine(outFolder, "results.jsonl")}.");
        return bad == 0 ? 0 : 1;
    }

    /// <exception cref="InvalidDataException">No such case; the message says why.</exception>
    private static TCase Parse<TCase>(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TCase>(line, Options) ?? throw new InvalidDataException("null is no case.");
        }
        // An invalid escape such as a lone surrogate is no JsonException everywhere.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException(problem.Message, problem);
        }
    }
}
