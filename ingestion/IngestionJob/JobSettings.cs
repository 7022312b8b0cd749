using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using AgentHelpdesk.Ingestion.Chunking;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Sectioning;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.ModelServers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.IngestionJob;

/// <summary>The settings that this host binds to the stages' options, each checked on its own so that a wrong one is named by its full key.</summary>
internal static class JobSettings
{
    private static readonly (string Section, Type Options)[] Stages =
    [
        ("Uploads", typeof(UploadOptions)),
        ("Reading", typeof(ReadingOptions)),
        ("Sectioning", typeof(SectioningOptions)),
        ("Chunking", typeof(ChunkingOptions)),
        ("Indexing", typeof(IndexingOptions)),
        (EmbeddingOptions.Section, typeof(EmbeddingOptions)),
    ];

    // What a missing setting must be is said without words: it is the same in every language.
    private static readonly Dictionary<string, string> NeededForEmbedding = new()
    {
        [$"{EmbeddingOptions.Section}:{nameof(EmbeddingOptions.Endpoint)}"] = "openai: https://…/v1, http://…/v1; azure: https://….openai.azure.com",
        [$"{EmbeddingOptions.Section}:{nameof(EmbeddingOptions.Key)}"] = "! … ~ (ASCII)",
        [$"{EmbeddingOptions.Section}:{nameof(EmbeddingOptions.Name)}"] = "≠ \"\"",
        [$"{EmbeddingOptions.Section}:{nameof(EmbeddingOptions.Size)}"] = "1–10000",
    };

    /// <exception cref="SettingsException">A setting can't be used.</exception>
    public static void Bind(IServiceCollection services, IConfiguration configuration)
    {
        if (Check(configuration).Where(setting => setting.Error is not null).ToList() is { Count: > 0 } wrong)
            throw new SettingsException(wrong);
        services.Configure<UploadOptions>(configuration.GetSection("Uploads"));
        services.Configure<ReadingOptions>(configuration.GetSection("Reading"));
        services.Configure<SectioningOptions>(configuration.GetSection("Sectioning"));
        services.Configure<ChunkingOptions>(configuration.GetSection("Chunking"));
        services.Configure<IndexingOptions>(configuration.GetSection("Indexing"));
        services.AddModelServers(new(), EmbeddingOf(configuration));
    }

    /// <summary>The embedding model's settings, once they are checked.</summary>
    public static EmbeddingOptions EmbeddingOf(IConfiguration configuration) => configuration.GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new();

    /// <summary>Every setting of every stage with its value in force, and those given that no stage knows.</summary>
    public static IEnumerable<SettingState> Check(IConfiguration configuration)
    {
        var states = CheckEach(configuration).ToList();
        if (states.Exists(state => state.Error is not null))
            return states;
        // What can be read is then compared with what stands beside it.
        var problems = ServerSettings.Check(EmbeddingOf(configuration)).Where(problem => !problem.IsWarning).ToDictionary(problem => problem.Key);
        return states.Select(state => problems.TryGetValue(state.Key, out var problem)
            ? state with { Value = problem.Value, IsDefault = false, Error = NeededForEmbedding[state.Key] }
            : state);
    }

    private static IEnumerable<SettingState> CheckEach(IConfiguration configuration)
    {
        foreach (var (section, type) in Stages)
        {
            var defaults = Activator.CreateInstance(type);
            var properties = type.GetProperties().Where(property => property.CanWrite).ToList();
            foreach (var property in properties)
                yield return Check(configuration, $"{section}:{property.Name}", property, property.GetValue(defaults));
            foreach (var given in configuration.GetSection(section).GetChildren().Where(given => !properties.Exists(known => IsNamed(known, given.Key))))
                yield return new(given.Path, given.Value ?? "", IsDefault: false, Error: null) { IsUnknown = true };
        }
    }

    private static SettingState Check(IConfiguration configuration, string key, PropertyInfo property, object? byDefault)
    {
        if (configuration[key] is not { } given)
            return new(key, Convert.ToString(byDefault, CultureInfo.InvariantCulture) ?? "", IsDefault: true, Error: null);

        object? value;
        try
        {
            value = TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(given);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException)
        {
            return new(key, given, IsDefault: false, property.PropertyType.IsEnum
                ? string.Join(", ", Enum.GetNames(property.PropertyType)).ToLowerInvariant()
                : property.PropertyType.Name);
        }

        var failed = property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => !rule.IsValid(value));
        return new(key, IsSecret(property) && given.Length > 0 ? "•••" : given, IsDefault: false, failed is RangeAttribute range
            ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum}–{range.Maximum}")
            : failed?.FormatErrorMessage(key));
    }

    private static bool IsSecret(PropertyInfo property) => property.Name == nameof(EmbeddingOptions.Key);

    private static bool IsNamed(PropertyInfo property, string key) => string.Equals(property.Name, key, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One setting as it stands.</summary>
/// <param name="Key">Its full key.</param>
/// <param name="Value">The value in force, or the one given.</param>
/// <param name="IsDefault">Nothing is given.</param>
/// <param name="Error">What a value must be; null when it is.</param>
internal sealed record SettingState(string Key, string Value, bool IsDefault, string? Error)
{
    /// <summary>Given, but no stage reads it: probably a typing error.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>Settings that can't be used.</summary>
internal sealed class SettingsException(IReadOnlyList<SettingState> settings) : Exception($"{settings.Count} settings can't be used.")
{
    public IReadOnlyList<SettingState> Settings { get; } = settings;
}
