using System.Diagnostics.CodeAnalysis;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>One started helpdesk for all tests in the real client; each test has a client and conversations of its own.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "A collection is what the test framework calls it.")]
public sealed class TeamsRoom : ICollectionFixture<TeamsHelpdesk>
{
    public const string Name = "Teams";
}
