using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using AgentHelpdesk.ModelServers;
using AgentHelpdesk.TeamsBot.Links;

namespace AgentHelpdesk.TeamsBot.Settings;

/// <summary>
/// Compares a section of the configuration with the options it fills, before anything is built: what can't be read, lies outside its
/// limits or has a name that no option has is reported by its full key.
/// </summary>
internal static class SettingsCheck
{
    public static IEnumerable<SettingProblem> Check(Type options, IConfigurationSection section)
    {
        var properties = options.GetProperties().Where(property => property.SetMethod is not null).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            // A key with keys below it is another stage's section, checked on its own.
            if (!properties.TryGetValue(child.Key, out var property) && child.Value is null)
                continue;
            if (property is null)
                yield return new SettingProblem.Unknown(child.Path, string.Join(", ", properties.Values.Select(known => $"{section.Path}:{known.Name}")));
            else if (child.Value is { } value && Check(property, child.Path, value) is { } problem)
                yield return problem;
        }
    }

    private static SettingProblem? Check(PropertyInfo property, string key, string value)
    {
        object? converted;
        try
        {
            converted = TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(value);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException)
        {
            return property.PropertyType.IsEnum ? NotNamed(property, key, value) : new SettingProblem.Unreadable(key, value, property.PropertyType.Name);
        }

        // A number is taken for a name too, also one that none has.
        if (property.PropertyType.IsEnum && !Enum.IsDefined(property.PropertyType, converted ?? ""))
            return NotNamed(property, key, value);

        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>().Where(rule => !rule.IsValid(converted)))
        {
            return rule switch
            {
                RangeAttribute range => new SettingProblem.OutsideRange(key, value, Invariant(range.Minimum), Invariant(range.Maximum)),
                AllowedValuesAttribute allowed => new SettingProblem.NotAllowed(key, value, string.Join(", ", allowed.Values)),
                _ => new SettingProblem.NotAllowed(key, value, rule.FormatErrorMessage(property.Name)),
            };
        }

        return null;
    }

    private static SettingProblem.NotAllowed NotNamed(PropertyInfo property, string key, string value) =>
        new(key, value, string.Join(", ", Enum.GetNames(property.PropertyType)));

    private static string Invariant(object limit) => Convert.ToString(limit, CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Why a setting is not accepted.</summary>
/// <param name="Key">The full key, as written in the configuration.</param>
internal abstract record SettingProblem(string Key)
{
    public sealed record Unknown(string Key, string Known) : SettingProblem(Key);

    public sealed record Unreadable(string Key, string Value, string Type) : SettingProblem(Key);

    public sealed record OutsideRange(string Key, string Value, string Minimum, string Maximum) : SettingProblem(Key);

    public sealed record NoPublicAddress(string Key, string Value, PublicAddressFault Fault) : SettingProblem(Key);

    public sealed record NotAllowed(string Key, string Value, string Allowed) : SettingProblem(Key);

    public sealed record NotGuid(string Key, string Value) : SettingProblem(Key);

    /// <summary>An address that must be this machine's.</summary>
    public sealed record NotLocal(string Key, string Value) : SettingProblem(Key);

    /// <summary>Missing, while another setting counts on it.</summary>
    public sealed record Needed(string Key, string By) : SettingProblem(Key);

    /// <summary>A limit on cost, while nothing has a price.</summary>
    public sealed record Unpriced(string Key, string InputPrice, string OutputPrice) : SettingProblem(Key);

    /// <summary>Of a model server; the value is empty where it may hold a secret.</summary>
    public sealed record OfServer(string Key, string Value, ServerSettingFault Fault) : SettingProblem(Key);

    /// <summary>Set beside one that excludes it in production.</summary>
    public sealed record Together(string Key, string With) : SettingProblem(Key);
}

/// <summary>The configuration holds settings that can't be used.</summary>
internal sealed class SettingsException(IReadOnlyList<SettingProblem> problems)
    : Exception($"Settings that cannot be used: {string.Join(", ", problems.Select(problem => problem.Key))}.")
{
    public IReadOnlyList<SettingProblem> Problems { get; } = problems;
}
