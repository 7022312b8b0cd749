using AgentHelpdesk.EndToEnd.Pages;
using static Microsoft.Playwright.Assertions;

namespace AgentHelpdesk.EndToEnd.Teams;

/// <summary>Several people and the bot: it is spoken to by name, and answers where it was asked.</summary>
[Collection(TeamsRoom.Name)]
public sealed class GroupAndChannelTests(TeamsHelpdesk helpdesk)
{
    [Fact]
    public async Task A_group_chat_names_the_bot_and_is_answered()
    {
        await using var teams = await helpdesk.OpenAsync();
        await teams.OpenChatAsync(TeamsWindow.GroupChat);
        await teams.MentionAsync(ChatMoves.Question);

        var before = await teams.Messages.CountAsync();
        await teams.SendAsync();

        var answer = teams.Messages.Nth(before);
        await Expect(answer).ToContainTextAsync("trois jours");
        await Expect(answer.Locator(".fai-Citation").First).ToBeVisibleAsync();
        await Expect(answer).Not.ToContainTextAsync("pas trouvé");
        await teams.ShotAsync("group-answer");
    }

    [Fact]
    public async Task A_channel_is_answered_under_the_post_that_asks()
    {
        await using var teams = await helpdesk.OpenAsync();
        await teams.OpenChatAsync(TeamsWindow.Channel);
        await teams.MentionAsync(ChatMoves.Question);

        await teams.PostAsync();

        var post = teams.Posts.Filter(new() { HasText = ChatMoves.Question });
        await Expect(post).ToContainTextAsync("trois jours");
        await Expect(post.Locator(".fai-Citation").First).ToBeVisibleAsync();
        await Expect(post).Not.ToContainTextAsync("pas trouvé");
        await teams.ShotAsync("channel-answer");
    }
}
