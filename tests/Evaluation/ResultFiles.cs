using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentHelpdesk.Evaluation;

/// <summary>Writes results.jsonl and summary.json: UTF-8, French left readable.</summary>
internal static class ResultFiles
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true };

    public static Task WriteLinesAsync<T>(string folder, IEnumerable<T> lines, CancellationToken cancellationToken) =>
        WriteLinesAsync(folder, "results.jsonl", lines, cancellationToken);

    public static async Task WriteLinesAsync<T>(string folder, string name, IEnumerable<T> lines, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var writer = new StreamWriter(Path.Combine(folder, name));
        foreach (var line in lines)
            await writer.WriteAsync((Line(line) + '\n').AsMemory(), cancellationToken);
    }

    public static async Task WriteSummaryAsync<T>(string folder, T summary, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "summary.json"), JsonSerializer.Serialize(summary, Indented) + '\n', cancellationToken);
    }

    public static string Line<T>(T line) => JsonSerializer.Serialize(line, OneLine);
}
