using System.Collections.Immutable;
using System.Text.Json;

namespace AgentHelpdesk.Evaluation.Questions;

/// <summary>Reads a questions file: one JSON object a line, fields that are not needed here are ignored.</summary>
internal static class QuestionFile
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="InvalidDataException">A line is no question; the message names it.</exception>
    public static ImmutableArray<EvaluationQuestion> Read(string file)
    {
        var questions = ImmutableArray.CreateBuilder<EvaluationQuestion>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                questions.Add(Parse(line, $"{file}, line {number}"));
        }

        return questions.ToImmutable();
    }

    public static EvaluationQuestion Parse(string line, string place)
    {
        try
        {
            var question = JsonSerializer.Deserialize<EvaluationQuestion>(line, Options)
                ?? throw new InvalidDataException($"{place}: null is no question.");
            return question with { Gold = question.Gold.IsDefault ? [] : [.. question.Gold.Select(WithoutNulls)] };
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{place}: {problem.Message}", problem);
        }
    }

    /// <summary>A field written as null means the same as one left out.</summary>
    private static GoldEntry WithoutNulls(GoldEntry gold) =>
        gold with { Pages = gold.Pages.IsDefault ? [] : gold.Pages, Quote = gold.Quote ?? "" };
}
