namespace AgentHelpdesk.Knowledge.Text;

/// <summary>A term of a text and the characters it was made from (two tokens may share characters: a reference and its parts).</summary>
public readonly record struct Token(string Term, int Start, int Length);
