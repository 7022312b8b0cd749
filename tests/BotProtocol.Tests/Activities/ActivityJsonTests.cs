using System.Text.Json;
using AgentHelpdesk.BotProtocol.Activities;

namespace AgentHelpdesk.BotProtocol.Tests.Activities;

public sealed class ActivityJsonTests
{
    [Fact]
    public void A_message_is_written_without_nulls_and_with_letters_as_they_are()
    {
        var text = JsonSerializer.Serialize(new Activity { Type = ActivityType.Message, Text = "Congé de maternité : 16 semaines [1]", Entities = [new Entity.AiMessage([])] }, ActivityJson.Wire.Activity);

        text.ShouldBe("""{"type":"message","text":"Congé de maternité : 16 semaines [1]","entities":[{"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"]}]}""");
    }
}
