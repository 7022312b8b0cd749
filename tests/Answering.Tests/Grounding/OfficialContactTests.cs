using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.Options;
using static AgentHelpdesk.Answering.Tests.Grounding.AskWithModel;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class OfficialContactTests
{
    private const string Said = "La demande est adressée à la caisse avant le 31 juillet, au 01 23 45 67 89.";

    [Fact]
    public async Task A_contact_of_the_list_is_shown_although_no_passage_holds_it()
    {
        var written = await WriteAsync("3230; 01 23 45 67 89");

        written.Record.Writer.ShouldBe(WriterKind.Model);
        written.Verified.Claims.ShouldHaveSingleItem().Text.ShouldBe(Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3230; 01 23 45 67 88")]
    public async Task A_contact_that_stands_nowhere_is_not_shown(string official)
    {
        var written = await WriteAsync(official);

        written.Verified.Claims.ShouldAllBe(claim => !claim.Text.Contains("01 23 45 67 89", StringComparison.Ordinal));
        written.Record.Checks.ShouldContain(check => check.Writer == WriterKind.Model && check.Flaw == ClaimFlaw.UnknownContact);
    }

    private static async Task<WrittenAnswer> WriteAsync(string official)
    {
        var ask = OverOneRule;
        using var client = new ScriptedChatClient((_, _) => Answer(Claim(Said, Procedure)));
        var extractive = new ExtractiveWriter(new InMemoryKnowledge(), Options.Create(new ExtractiveWriterOptions()));
        var write = new WriteAnswer(extractive, ask.Model(client), ask.Gate, Options.Create(new ContactOptions { Official = official }));
        return await write.WriteAsync(await ask.RetrieveAsync(), null, TestContext.Current.CancellationToken);
    }
}
