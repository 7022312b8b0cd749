using System.Collections.Immutable;
using AgentHelpdesk.TeamsBot.Links;

namespace AgentHelpdesk.TeamsBot.Packaging;

/// <summary>What one installation's app package says of it.</summary>
internal sealed record AppPackageOrder
{
    /// <summary>Of the bot's registration; the app of Teams bears the same.</summary>
    public required Guid AppId { get; init; }

    /// <summary>Where its links lead.</summary>
    public required PublicAddress Address { get; init; }

    /// <summary>Teams takes a package again only with a higher one.</summary>
    public required string Version { get; init; }

    /// <summary>As people find it in Teams.</summary>
    public required string Name { get; init; }

    public required string Organization { get; init; }

    public required string Website { get; init; }

    public required string Privacy { get; init; }

    public required string Terms { get; init; }

    /// <summary>Questions offered to begin with, in the language of the texts; empty: those of the template.</summary>
    public required ImmutableArray<string> Starters { get; init; }

    /// <summary>What Teams would refuse; empty: nothing.</summary>
    public IEnumerable<AppPackageFault> Faults()
    {
        // Limits of the manifest's schema, and of what Teams opens: names of the public net, no addresses.
        if (AppId == Guid.Empty)
            yield return new(AppPackageFaultKind.AppId, AppId.ToString());
        if (Uri.CheckHostName(Address.Host) != UriHostNameType.Dns || !Address.Host.Contains('.', StringComparison.Ordinal))
            yield return new(AppPackageFaultKind.HostName, Address.Host);
        if (!IsVersion(Version))
            yield return new(AppPackageFaultKind.Version, Version);
        if (Name.Trim().Length is 0 or > 30)
            yield return new(AppPackageFaultKind.Name, Name);
        if (Organization.Trim().Length is 0 or > 32)
            yield return new(AppPackageFaultKind.Organization, Organization);
        foreach (var page in new[] { Website, Privacy, Terms }.Where(page => !IsHttps(page)).Distinct())
            yield return new(AppPackageFaultKind.Page, page);
        foreach (var starter in Starters.Where(starter => starter.Trim().Length is 0 or > 128))
            yield return new(AppPackageFaultKind.Starter, starter);
        if (Starters.Length > AppManifest.MostStarters)
            yield return new(AppPackageFaultKind.Starters, Starters.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool IsHttps(string page) =>
        page.Length <= 2_048 && Uri.TryCreate(page, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0;

    private static bool IsVersion(string version) =>
        version.Split('.') is { Length: 3 } parts && parts.All(part => part.Length is > 0 and <= 6 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0'));
}

/// <param name="Kind">Which of the wishes.</param>
/// <param name="Value">As it was given.</param>
internal sealed record AppPackageFault(AppPackageFaultKind Kind, string Value);

/// <summary>A wish that Teams would refuse; each has its sentence.</summary>
internal enum AppPackageFaultKind
{
    AppId,
    HostName,
    Version,
    Name,
    Organization,
    Page,
    Starter,
    Starters,
}
