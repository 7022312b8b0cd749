using System.ComponentModel.DataAnnotations;
using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class ContactOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("3230")]
    [InlineData("115; 01 23 45 67 89;+33 (0)1 23 45 67 89 ")]
    [InlineData("www.caf.example; https://www.caf.example/aide?lang=fr; aide@caf.example")]
    public void Phones_addresses_and_mails_are_accepted(string official) => FaultOf(official).ShouldBeNull();

    [Theory]
    [InlineData("appelez la caf", "appelez la caf")]
    [InlineData("3230; aide@", "aide@")]
    [InlineData("12", "12")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("3230 aide@caf.example", "3230 aide@caf.example")]
    [InlineData("ftp://caf.example", "ftp://caf.example")]
    public void Anything_else_is_named(string official, string named) => FaultOf(official).ShouldNotBeNull().ShouldContain($"'{named}'");

    [Fact]
    public void They_are_read_one_by_one() =>
        new ContactOptions { Official = " 01 23 45 67 89 ;www.caf.example;; " }.All.ShouldBe(["01 23 45 67 89", "www.caf.example"]);

    private static string? FaultOf(string official)
    {
        var options = new ContactOptions { Official = official };
        var found = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new(options), found, validateAllProperties: true) ? null : found[0].ErrorMessage;
    }
}
