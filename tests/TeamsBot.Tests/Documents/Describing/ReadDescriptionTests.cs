using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents.Describing;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Tests.Documents.Describing;

public sealed class ReadDescriptionTests
{
    [Theory]
    [InlineData("01/04/2024")]
    [InlineData("1/4/2024")]
    [InlineData("2024-04-01")]
    [InlineData("01.04.2024")]
    public void A_day_is_read_as_people_and_spreadsheets_write_it(string typed) => Read(new() { Title = "A", From = typed }).Declared.From.ShouldBe(new DateOnly(2024, 4, 1));

    [Theory]
    [InlineData("2024")]
    [InlineData("04/2024")]
    [InlineData("31/02/2024")]
    [InlineData("01/04/24")]
    [InlineData("demain")]
    [InlineData("04/25/2024")]
    public void What_is_no_day_is_said_and_never_guessed(string typed)
    {
        var read = Read(new() { Title = "A", From = typed });

        read.Faults.Keys.ShouldBe([DescriptionFields.FromField]);
        read.Faults[DescriptionFields.FromField].ShouldContain("JJ/MM/AAAA");
    }

    [Fact]
    public void A_date_not_stated_stays_open()
    {
        var read = Read(new() { Title = "A", Until = "31/12/2024" });

        read.IsAcceptable.ShouldBeTrue();
        read.Declared.HasKnownStart.ShouldBeFalse();
        read.Declared.LastDay.ShouldBe(new DateOnly(2024, 12, 31));
    }

    [Fact]
    public void An_end_before_the_start_is_a_fault_of_the_end() =>
        Read(new() { Title = "A", From = "02/01/2024", Until = "01/01/2024" }).Faults.Keys.ShouldBe([DescriptionFields.UntilField]);

    [Fact]
    public void Too_long_empty_and_unsafe_values_are_named_by_their_field() =>
        Read(new() { Title = "", Number = new string('9', 81), Url = "javascript:alert(1)" }).Faults.Keys.Order()
            .ShouldBe([DescriptionFields.NumberField, DescriptionFields.TitleField, DescriptionFields.UrlField]);

    [Fact]
    public void An_empty_audience_is_everyone() => Read(new() { Title = "A" }).Audience.ShouldBe([Audience.Everyone]);

    [Fact]
    public void What_is_kept_is_typed_again_as_it_was()
    {
        var fields = new DescriptionFields { Title = "Circulaire", Number = "CIR-7", Kind = "circulaire", From = "01/04/2024", Until = "31/12/2024", Audience = "caf msa", Url = "https://example.org/a" };
        var kept = Read(fields).Over(SomeDocuments.Revision().Description);

        DescriptionFields.Of(kept).ShouldBe(fields);
        kept.FileName.ShouldBe("a.pdf");
    }

    private static ReadDescription Read(DescriptionFields fields) => ReadDescription.Of(fields, Messages.In(Language.French));
}
