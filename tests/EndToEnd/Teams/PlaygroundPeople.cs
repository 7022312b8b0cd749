namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>Who is in the playground: invented, with ids in the forms of Teams (those it has of itself are no GUIDs).</summary>
internal static class PlaygroundPeople
{
    public const string Tenant = "7a1e5f00-4b1d-4c2e-9a3f-0123456789ab";
    public const string App = "5c0ffee0-1234-4abc-8def-00000000b07a";
    public const string Bot = "Assistant du littoral";
    public const string Agent = "Maelys Kerguelen";
    public const string AgentMail = "maelys.kerguelen@caisse.example";
    public const string AgentId = "29:1kerguelen-teams-id";
    public const string AgentObject = "00000000-0000-4000-8000-0000000000a1";
    public const string Personal = "a:1personal-kerguelen";
    public const string Group = "group-quai-nord@thread.v2";
    public const string Channel = "general-quai@thread.tacv2";

    /// <summary>Everything of <see cref="Settings"/> that names a person, an account or a conversation.</summary>
    public static IReadOnlyList<string> Names => [Agent, "Kerguelen", AgentMail, AgentId, AgentObject, Personal, Group, Channel, Tenant];

    /// <summary>Its settings file: at least five others have to be there.</summary>
    /// <param name="house">Ends the ids of its chats and of the agent: what was said and chosen in another's is not known in these, and each is greeted.</param>
    public static string Settings(string house) => $$"""
        version: "0.1.1"
        tenantId: {{Tenant}}
        bot: { id: "28:{{App}}", name: {{Bot}} }
        currentUser: { id: "{{AgentId}}-{{house}}", name: {{Agent}}, userPrincipleName: {{AgentMail}}, aadObjectId: {{AgentObject}}, givenName: Maelys, surname: Kerguelen, email: {{AgentMail}} }
        users:
        {{string.Join('\n', Enumerable.Range(1, 5).Select(Colleague))}}
        personalChat: { id: "{{Personal}}-{{house}}" }
        groupChat: { id: "19:{{house}}-{{Group}}", name: Group Chat }
        team: { id: "19:{{house}}-{{Channel}}", name: My Team, aadGroupId: 00000000-0000-4000-8000-0000000000c1, channels: [ { id: "19:annonces-{{house}}@thread.tacv2", name: Announcements } ] }
        """;

    private static string Colleague(int number) =>
        $"  - {{ id: \"29:1colleague-{number}\", name: Collègue {number}, userPrincipleName: c{number}@caisse.example, aadObjectId: 00000000-0000-4000-8000-0000000000b{number}, "
        + $"givenName: Collègue, surname: \"{number}\", email: c{number}@caisse.example }}";
}
