namespace AgentHelpdesk.ModelServers.Tests;

public sealed class ServerSettingsTests
{
    private const string Key = "sk-Secret";

    [Fact]
    public void Without_a_kind_nothing_is_needed() => ServerSettings.Check(new ModelOptions { Endpoint = "nowhere" }).ShouldBeEmpty();

    [Theory]
    [InlineData(ModelKind.OpenAI, "http://127.0.0.1:8080/v1", "")]
    [InlineData(ModelKind.OpenAI, "https://albert.example/v1/", Key)]
    [InlineData(ModelKind.Azure, "https://name.openai.azure.com", "")]
    [InlineData(ModelKind.Azure, "https://name.openai.azure.com/", Key)]
    [InlineData(ModelKind.Azure, "http://localhost:8080", Key)]
    public void Settings_that_can_be_used_are_no_problem(ModelKind kind, string endpoint, string key) =>
        ServerSettings.Check(new ModelOptions { Kind = kind, Endpoint = endpoint, Key = key, Name = "m" }).ShouldBeEmpty();

    [Theory]
    [InlineData(ModelKind.OpenAI, "", "", ServerSettingFault.Missing)]
    [InlineData(ModelKind.OpenAI, "  ", "", ServerSettingFault.Missing)]
    [InlineData(ModelKind.OpenAI, "localhost:8080/v1", "", ServerSettingFault.NotAddress)]
    [InlineData(ModelKind.OpenAI, "/v1", "", ServerSettingFault.NotAddress)]
    [InlineData(ModelKind.OpenAI, "ftp://x/v1", "", ServerSettingFault.NotAddress)]
    [InlineData(ModelKind.OpenAI, "http://h/v1?key=sk-Secret", "", ServerSettingFault.AddressWithMore)]
    [InlineData(ModelKind.OpenAI, "http://u:sk-Secret@h/v1", "", ServerSettingFault.AddressWithMore)]
    [InlineData(ModelKind.OpenAI, "http://h/v1/chat/completions", "", ServerSettingFault.AddressOfCall)]
    [InlineData(ModelKind.OpenAI, "http://h:8080", "", ServerSettingFault.AddressWithoutVersion)]
    [InlineData(ModelKind.Azure, "http://name.openai.azure.com", Key, ServerSettingFault.NeedsHttps)]
    [InlineData(ModelKind.Azure, "http://localhost", "", ServerSettingFault.EntraNeedsHttps)]
    public void An_endpoint_that_can_t_be_used_is_reported(ModelKind kind, string endpoint, string key, ServerSettingFault fault)
    {
        var problem = ServerSettings.Check(new ModelOptions { Kind = kind, Endpoint = endpoint, Key = key, Name = "m" }).ShouldHaveSingleItem();

        problem.Key.ShouldBe("Model:Endpoint");
        problem.Fault.ShouldBe(fault);
        problem.Value.ShouldNotContain("Secret");
        problem.IsWarning.ShouldBe(fault == ServerSettingFault.AddressWithoutVersion);
    }

    [Theory]
    [InlineData("sk-Secret\n")]
    [InlineData("sk-Secret sk")]
    [InlineData("clé-Secret")]
    [InlineData("sk-Secret\0")]
    public void A_key_that_can_t_be_sent_is_reported_and_not_said(string key) =>
        ServerSettings.Check(new ModelOptions { Kind = ModelKind.OpenAI, Endpoint = "http://h/v1", Key = key, Name = "m" })
            .ShouldBe([new("Model:Key", "", ServerSettingFault.KeyUnsendable)]);

    [Fact]
    public void Silence_longer_than_a_try_is_reported() =>
        ServerSettings.Check(new ModelOptions { StallSeconds = 61 }).ShouldBe([new("Model:StallSeconds", "61", ServerSettingFault.BeyondAttempt)]);

    [Fact]
    public void An_embedding_model_needs_its_name_and_its_size() =>
        ServerSettings.Check(new EmbeddingOptions { Kind = ModelKind.OpenAI, Endpoint = "http://h/v1" })
            .ShouldBe([new("Embedding:Name", "", ServerSettingFault.Missing), new("Embedding:Size", "", ServerSettingFault.Missing)]);
}
