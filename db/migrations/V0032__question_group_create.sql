create table question_group (
  subject text primary key,
  position int not null unique,
  -- one a line
  questions text not null
);

insert into question_group (subject, position, questions) values
('CUES', 1, $$What did you notice first, and where did you see or hear it?
What did the dashboard, the log or the page show at that moment?
What were you looking for when you looked there?
Which signal did you trust most, and which did you set aside?
What was missing that you would have expected to see?
What else was going on around you at the time?$$),
('KNOWLEDGE', 2, $$What had you seen before that looked like this?
What did you know about this part of the system, and where from?
What did you expect it to do when you did that?
Which runbook, drawing or person did you have in mind?
What did you learn that day that others could use?$$),
('GOALS', 3, $$What mattered most at that moment?
Which two goals pulled in different directions?
What were you trying to protect?
What pressure of time, money or promise was there?
When did what you wanted to achieve change, and why?$$),
('ASSESSMENT', 4, $$How did you explain to yourself what was going on?
How sure were you, and what would have changed your mind?
Which other explanations were on the table, and what ruled them out?
When did the picture change, and what changed it?
How would you have described it to somebody who had just joined?$$),
('ACTION', 5, $$Which options did you see, and how did you choose?
What did you expect to happen next?
How did you know that it worked, or that it did not?
What would you have done if it had got worse?
What made the step easy or hard to take, and to take back?$$),
('HELP', 6, $$What made you ask for help, or do without?
How did you know whom to ask, and how long did it take to reach them?
What did you tell them, and what did they ask?
Who knew something that would have helped, and how could it have reached you?
What did the handover carry over, and what did it lose?$$),
('PROCESS', 7, $$How does the way we work prepare for a situation like this?
Which rule or routine helped, and which was in the way?
What made sense in the procedure, and what had to be worked around?
Which safeguard did everybody count on, and when was it last tried?
What would somebody new have done with the same information?$$),
('NORMAL_WORK', 8, $$How does this work go on an ordinary day?
What do you do so often that nobody writes it down?
Where do the documents and the daily work differ, and why?
What goes well here because somebody quietly makes it so?
How often does something nearly go wrong in this place?$$);
