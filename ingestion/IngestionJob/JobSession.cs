using AgentHelpdesk.Ingestion;
using AgentHelpdesk.IngestionJob.Output;
using AgentHelpdesk.Knowledge.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.IngestionJob;

/// <summary>What a command works with: the data folder's rooms and the console.</summary>
internal sealed class JobSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private JobSession(string folder, ServiceProvider services, JobConsole console) => (Folder, _services, Console) = (folder, services, console);

    public string Folder { get; }

    public JobConsole Console { get; }

    /// <summary>The one place in this host that names the store.</summary>
    public static JobSession Open(string folder, IConfiguration configuration, JobConsole console)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)
            .AddConfiguration(configuration.GetSection("Logging"))
            .AddConsole(form => form.LogToStandardErrorThreshold = LogLevel.Trace));
        JobSettings.Bind(services, configuration);
        services.AddEmbeddedKnowledge(folder);
        services.AddIngestion();
        return new(folder, services.BuildServiceProvider(), console);
    }

    public T Use<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public T? Find<T>()
        where T : class => _services.GetService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
