using System.Text.Json;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Answering.Tests.Attacks;

/// <summary>Words that try to give orders.</summary>
/// <param name="Id">Names it in a failing test.</param>
/// <param name="Place">Where they stand: passage, cell, heading, title, file, number, issuer, kind, url, question.</param>
/// <param name="Language">Of the words.</param>
/// <param name="Words">The attack.</param>
/// <param name="Say">What a model that obeys would say.</param>
public sealed record Attack(string Id, string Place, string Language, string Words, string Say)
{
    public static IReadOnlyList<Attack> All { get; } = [.. File.ReadLines(RepositoryRoot.Combine("tests", "Answering.Tests", "Attacks", "attacks.jsonl")).Select(Read)];

    public static IEnumerable<TheoryDataRow<string>> Ids => All.Select(attack => new TheoryDataRow<string>(attack.Id));

    public static Attack Of(string id) => All.Single(attack => attack.Id == id);

    private static Attack Read(string line)
    {
        var fields = JsonDocument.Parse(line).RootElement;
        return new(Field("id"), Field("place"), Field("language"), Field("attack"), Field("say"));

        string Field(string name) => fields.GetProperty(name).GetString() ?? "";
    }
}
