using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

/// <summary>A view is kept with its conversation: what is read again must be what was shown.</summary>
public sealed class AnswerViewJsonTests
{
    public static TheoryData<string> Forms() => ["grounded", "abstention"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_member_comes_back(string form)
    {
        var view = Of(form);
        var json = JsonSerializer.Serialize(view);
        var read = JsonSerializer.Deserialize<AnswerView>(json)!;

        read.GetType().ShouldBe(view.GetType());
        JsonSerializer.Serialize(read).ShouldBe(json);
        Differences(view, read, "view").ShouldBeEmpty();
        AnswerText.Of(read).ShouldBe(AnswerText.Of(view));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_member_of_the_example_is_left_empty(string form)
    {
        var view = Of(form);
        var json = JsonNode.Parse(JsonSerializer.Serialize(view))!.AsObject();

        foreach (var property in view.GetType().GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            json[property.Name].ShouldNotBeNull(property.Name);
            if (json[property.Name] is JsonArray array)
                array.Count.ShouldBeGreaterThan(0, property.Name);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"$type\":\"other\"}")]
    [InlineData("{\"$type\":\"abstention\",\"Language\":\"de\"}")]
    public void What_is_no_view_is_refused(string json) =>
        Should.Throw<Exception>(() => JsonSerializer.Deserialize<AnswerView>(json)).ShouldBeAssignableTo<Exception>(json).ShouldSatisfyAllConditions(
            fault => (fault is JsonException or NotSupportedException).ShouldBeTrue(fault!.GetType().Name));

    private static AnswerView Of(string form)
    {
        if (form == "abstention")
        {
            return AnswerViewBuilder.Build(
                SomeAnswers.Abstention(AbstentionReason.EvidenceTooWeak, SomeAnswers.Passage(isSample: true)) with
                {
                    UnderstoodAs = "Quelle couleur ?",
                    ConcernsPerson = true,
                    Writing = new() { Writer = WriterKind.Extractive, Fallback = FallbackReason.TooSlow },
                },
                Language.English) with
            { Compared = "Compared." };
        }

        var passage = SomeAnswers.Passage(isSample: true, article: "L. 512-1");
        var table = SomeAnswers.Claim("") with { Table = new CitedTable("Montants", ["Année", "Montant"], [["2025", "44,10"], ["2026", "45,00"]], 1) };
        var list = SomeAnswers.Claim("Il faut :\n- un certificat ;\n- une demande.", ClaimKind.Condition) with { Cut = new(2, 7, 12) };
        var view = AnswerViewBuilder.Build(
            SomeAnswers.Grounded([SomeAnswers.Claim(), table, list], passage) with
            {
                UnderstoodAs = "Quel est le montant de l'aide ?",
                ConcernsPerson = true,
                AsOf = AsOf.Day(new(2026, 3, 1)),
                Writing = new() { Writer = WriterKind.Model },
                Conflicts = [new(ConflictKind.NoLongerInForce, 1, 1)],
                Missing = ["La durée"],
                FollowUpQuestions = ["Et ensuite ?"],
                ShowsDropped = true,
                Dropped = [new(new() { Kind = ClaimKind.Rule, Text = "C'est gratuit.", Quotes = [] }, ClaimFlaw.QuoteInvented)],
            },
            Language.French);
        var before = AnswerViewBuilder.Build(SomeAnswers.Grounded([SomeAnswers.Claim("Tout autre chose.")], passage), Language.French);
        return ChangedWords.Between(before, view);
    }

    // Records compare arrays by reference: the members are compared one by one instead.
    private static IEnumerable<string> Differences(object? one, object? other, string path)
    {
        if (one is null || other is null || one is string || one.GetType().IsPrimitive || one.GetType().IsEnum || one is Language)
            return Equals(one, other) ? [] : [path];
        if (one is IEnumerable items)
        {
            var (left, right) = (items.Cast<object>().ToList(), ((IEnumerable)other).Cast<object>().ToList());
            return left.Count != right.Count ? [path] : left.Zip(right).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]"));
        }

        return one.GetType().GetProperties().SelectMany(property => Differences(property.GetValue(one), property.GetValue(other), $"{path}.{property.Name}"));
    }
}
