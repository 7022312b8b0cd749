using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.ModelServers;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Keeping.ModelUse;

/// <summary>What an administrator asks of the model's use: as configured, switched and spent.</summary>
internal sealed record ModelState
{
    /// <summary>Null: none is configured.</summary>
    public required string? Model { get; init; }

    public required ModelSwitch Switch { get; init; }

    public required DayUse Today { get; init; }

    /// <summary>Of today's calls: why they failed and how often, the most frequent first.</summary>
    public required ImmutableArray<(string Reason, long Times)> Failures { get; init; }

    public required ModelBudgetOptions Budget { get; init; }

    public bool IsSpent => (Budget.TokensPerDay > 0 && Today.Tokens >= Budget.TokensPerDay) || (Budget.CostPerDay > 0 && Today.Cost >= Budget.CostPerDay);

    public static ModelState Read(IServiceProvider services)
    {
        var database = services.GetRequiredService<LocalDatabase>();
        var options = services.GetRequiredService<IOptions<ModelOptions>>().Value;
        var today = services.GetRequiredService<QuestionReader>().Today;
        var state = new ModelState
        {
            Model = options.Kind is ModelKind.None ? null : options.Name,
            Switch = new(false, "", null),
            Today = DayUse.None(today),
            Failures = [],
            Budget = services.GetRequiredService<IOptions<ModelBudgetOptions>>().Value,
        };
        // Nothing was switched or used where there is no file.
        return File.Exists(database.FilePath)
            ? database.Read(statements => state with
            {
                Switch = ModelSwitch.Read(statements),
                Today = DayUse.Read(statements, today),
                Failures = DayUse.ReadFailures(statements, today),
            })
            : state;
    }
}
