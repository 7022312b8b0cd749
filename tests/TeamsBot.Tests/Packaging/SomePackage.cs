using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Packaging;

namespace AgentHelpdesk.TeamsBot.Tests.Packaging;

internal static class SomePackage
{
    public static readonly Guid AppId = Guid.Parse("5a3e1a52-7a4c-4d3e-9f5c-0d6a3b0c1e11");

    public static AppPackageOrder Order(params string[] starters) => new()
    {
        AppId = AppId,
        Address = PublicAddress.Of("https://helpdesk.example.fr:8443")!,
        Version = "1.4.0",
        Name = "La règle",
        Organization = "Caisse d’exemple",
        Website = "https://www.example.fr/helpdesk",
        Privacy = "https://www.example.fr/rgpd",
        Terms = "https://www.example.fr/conditions",
        Starters = [.. starters],
    };
}
