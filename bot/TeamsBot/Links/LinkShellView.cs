using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Links;

/// <summary>What a page that is opened by a link has around it: nothing of the rooms, the store or the machine.</summary>
/// <param name="Language">The page's.</param>
/// <param name="AssetTag">Changes with the style sheet.</param>
/// <param name="Address">Path and query without the language, for the links that change it.</param>
public sealed record LinkShellView(Language Language, string AssetTag, string Address);
