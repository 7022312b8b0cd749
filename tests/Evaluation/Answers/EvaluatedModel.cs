using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.ModelServers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Evaluation.Answers;

/// <summary>A model to be scored, or one that judges, as the environment configures it: "Model__Kind", "Judge__Endpoint"…</summary>
/// <param name="Name">The model, as configured.</param>
/// <param name="AddTo">Adds the model, and what else its section says, to the product's services.</param>
internal sealed record EvaluatedModel(string Name, Action<IServiceCollection> AddTo)
{
    /// <exception cref="InvalidDataException">The environment configures none, or a setting can't be read.</exception>
    public static EvaluatedModel FromEnvironment(string section) =>
        Of(new ConfigurationBuilder().AddEnvironmentVariables().Build(), section);

    internal static EvaluatedModel Of(IConfiguration configuration, string section)
    {
        var model = Read(configuration, section);
        if (model.Kind is ModelKind.None)
            throw new InvalidDataException($"{section}:Kind: no model is configured.\nSet {section}__Kind, {section}__Endpoint, {section}__Name and where one is needed {section}__Key in the environment.");
        return new(model.Name, services =>
        {
            services.Configure<ModelWriterOptions>(configuration.GetSection($"{section}:Writing"));
            services.AddModelServers(model, new());
        });
    }

    /// <summary>The model alone, without the product around it.</summary>
    public ServiceProvider Alone()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        AddTo(services);
        return services.BuildServiceProvider();
    }

    private static ModelOptions Read(IConfiguration configuration, string section)
    {
        try
        {
            return configuration.GetSection(section).Get<ModelOptions>() ?? new();
        }
        catch (InvalidOperationException problem)
        {
            throw new InvalidDataException(problem.Message, problem);
        }
    }
}
