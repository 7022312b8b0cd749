using System.Text.Json;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>What the value of a search asks for; whatever it doesn't say in a form that is known it doesn't say. Untrusted.</summary>
internal readonly struct SearchRequest(JsonElement value)
{
    private const int MostAtOnce = 25;

    /// <summary>What was typed: the parameter of the search, or the field of the dialog.</summary>
    public string Question => Parameter() ?? Field(SearchForm.Question) ?? "";

    public int Skip => Math.Clamp(Option("skip") ?? 0, 0, int.MaxValue - MostAtOnce);

    public int Count => Math.Clamp(Option("count") ?? MostAtOnce, 1, MostAtOnce);

    /// <summary>The dialog's button says to insert, not to search once more.</summary>
    public bool Inserts => Field(SearchForm.Step) == SearchForm.Insert;

    /// <summary>The passage chosen in the dialog.</summary>
    public string? Passage => Field(SearchForm.Passage);

    // The playground names no parameter; "initialRun" is no question but the box being opened.
    private string? Parameter()
    {
        if (!value.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var parameter in parameters.EnumerateArray())
        {
            if (parameter.ValueKind == JsonValueKind.Object && Text(parameter, "name") is null or SearchForm.Question && Text(parameter, "value") is { } typed)
                return typed;
        }

        return null;
    }

    private int? Option(string name) =>
        value.TryGetProperty("queryOptions", out var options) && options.ValueKind == JsonValueKind.Object
        && options.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var count) ? count : null;

    private string? Field(string name) =>
        value.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? Text(data, name) : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
